package io.usagecollector.core.admission;

import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.core.customer.identity.Identification;
import io.usagecollector.core.customer.identity.Identity;
import io.usagecollector.core.event.EventOrigin;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.sink.EventForm;
import io.usagecollector.core.sink.Formed;

/**
 * A service's form whose events carry the key that their customer is ensured under: what the
 * mapping wrote goes through the same function as what a caller of ensure says, before anything is
 * made of it.
 */
public final class IdentifiedForm implements EventForm {
  private final EventForm form;
  private final Str customer;
  private final Identification identification;

  /**
   * @param form the service's own
   * @param customer the key under which a mapping names the customer
   */
  public IdentifiedForm(EventForm form, String customer, Identification identification) {
    this.form = form;
    this.customer = Str.of(customer);
    this.identification = identification;
  }

  @Override
  public Formed form(Obj document, EventOrigin origin) {
    // What is no text, or says nothing, is for the service's form to refuse.
    return document.get(customer) instanceof Str written
            && written.isText()
            && !written.toString().isBlank()
        ? identified(document, written.toString(), origin)
        : form.form(document, origin);
  }

  private Formed identified(Obj document, String written, EventOrigin origin) {
    return switch (identification.ofCustomer(written)) {
      case Identity.Known(var key) ->
          form.form(
              key.value().equals(written) ? document : renamed(document, key.value()), origin);
      case Identity.Unknown(var why) ->
          new Formed.Refused(
              Reason.of(
                  Reason.Kind.INVALID_EVENT, customer + " cannot be ensured: " + why.sentence()));
    };
  }

  private Obj renamed(Obj document, String key) {
    return document.copyFor(null).put(customer, Str.of(key));
  }
}
