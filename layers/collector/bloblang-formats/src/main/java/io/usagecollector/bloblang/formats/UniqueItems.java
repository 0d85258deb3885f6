package io.usagecollector.bloblang.formats;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.HashSet;
import java.util.Set;

/**
 * {@code uniqueItems}, by the elements' text. The library keeps the elements themselves in a hash
 * set, which takes quadratic time if an event has many of the same hash; texts have an order too.
 */
final class UniqueItems implements Keyword {
  @Override
  public String getValue() {
    return "uniqueItems";
  }

  @Override
  public KeywordValidator newValidator(
      SchemaLocation location, JsonNode wanted, Schema parent, SchemaContext context) {
    return new Check(this, location, wanted, parent, context);
  }

  private static final class Check extends BaseKeywordValidator {
    private final boolean wanted;

    Check(
        Keyword keyword,
        SchemaLocation location,
        JsonNode wanted,
        Schema parent,
        SchemaContext context) {
      super(keyword, wanted, location, parent, context);
      this.wanted = wanted.booleanValue();
    }

    @Override
    public void validate(
        ExecutionContext context, JsonNode node, JsonNode root, NodePath location) {
      if (wanted && node.isArray() && repeats(node)) {
        context.addError(
            error()
                .instanceNode(node)
                .instanceLocation(location)
                .evaluationPath(context.getEvaluationPath())
                .locale(context.getExecutionConfig().getLocale())
                .build());
      }
    }

    private static boolean repeats(JsonNode array) {
      Set<String> texts = HashSet.newHashSet(array.size());
      for (JsonNode element : array) {
        String text = element.toString();
        SchemaCheck.RUNNING.get().text(text.length());
        if (!texts.add(text)) {
          return true;
        }
      }
      return false;
    }
  }
}
