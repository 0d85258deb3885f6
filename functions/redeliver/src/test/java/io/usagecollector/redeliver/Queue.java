package io.usagecollector.redeliver;

import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Message;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A queue, as a trigger and a test use it. */
record Queue(SqsClient sqs, String url) {
  private static final int MOST_RECEIVED = 10;

  static Queue create(SqsClient sqs, String name) {
    return new Queue(sqs, sqs.createQueue(request -> request.queueName(name)).queueUrl());
  }

  void send(String body) {
    sqs.sendMessage(request -> request.queueUrl(url).messageBody(body));
  }

  /** What can be received now, and is out of sight from then on. */
  List<software.amazon.awssdk.services.sqs.model.Message> receive() {
    return sqs.receiveMessage(request ->
            request
                .queueUrl(url)
                .maxNumberOfMessages(MOST_RECEIVED)
                .visibilityTimeout(900)
                .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  void delete(String receipt) {
    sqs.deleteMessage(request -> request.queueUrl(url).receiptHandle(receipt));
  }

  /** Puts a message in sight again at once, as if its time out of it were over. */
  void show(String receipt) {
    sqs.changeMessageVisibility(
        request -> request.queueUrl(url).receiptHandle(receipt).visibilityTimeout(0));
  }

  /** How many messages it holds: to be received, delayed, or out of sight. */
  int depth() {
    return count(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)
        + count(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED)
        + count(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
  }

  private int count(QueueAttributeName name) {
    return Integer.parseInt(
        sqs.getQueueAttributes(request -> request.queueUrl(url).attributeNames(name))
            .attributes()
            .get(name));
  }

  /** The letters of what can be received now. */
  List<Letter> letters() {
    return receive().stream()
        .flatMap(message ->
            Message.read(message.body()) instanceof Message.Whole(List<Letter> letters)
                ? letters.stream()
                : java.util.stream.Stream.empty())
        .toList();
  }
}
