package pix.bank.build;

import java.util.Map;
import pix.Language;
import pix.bank.Item;
import pix.bank.Variants;
import pix.bank.Wording;

/**
 * An item without fault, ready to be packed.
 *
 * @param fields what is written under each key, to tell problems at their place
 */
record Compiled(Source place, Map<String, Source> fields, Item.Header header, Wording fr, Wording en, Variants variants) {

    Item item() {
        return new Item(header, language -> language == Language.FR ? fr : en, variants);
    }

    boolean isTemplate() {
        return fields.containsKey("vary");
    }

    boolean showsSomething() {
        return !fr.documents().isEmpty() || !fr.attachments().isEmpty();
    }
}
