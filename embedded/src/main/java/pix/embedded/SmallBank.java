package pix.embedded;

import java.util.ArrayList;
import java.util.List;
import pix.bank.Bank;
import pix.bank.Item;
import pix.bank.SingleChoice;
import pix.bank.Task.Option;
import pix.bank.Wording;
import pix.framework.Competence;

/** A bank for tests: in each competence two items a level, each a choice whose right option is called "right". */
public final class SmallBank {
    public static final int SECONDS = 60;

    private SmallBank() {}

    public static Bank untimed() {
        return bank(false);
    }

    /** Every item has a time limit of {@value #SECONDS} seconds. */
    public static Bank timed() {
        return bank(true);
    }

    private static Bank bank(boolean timed) {
        List<Item> items = new ArrayList<>();
        for (Competence competence : Competence.values()) {
            for (int level = 1; level <= 8; level++) {
                for (String twin : List.of("a", "b")) items.add(item(competence, level, twin, timed));
            }
        }
        return new Bank("test", items);
    }

    private static Item item(Competence competence, int level, String twin, boolean timed) {
        SingleChoice task = new SingleChoice(List.of(new Option("right", true), new Option("wrong", false),
                new Option("wronger", false), new Option("wrongest", false)), false);
        Item.Header header = Item.Header.of("item-" + competence.code() + "-" + level + twin, competence, level, task);
        return Item.of(timed ? header.withTimeLimit(SECONDS) : header, wording("Choisissez.", task), wording("Choose.", task));
    }

    private static Wording wording(String text, SingleChoice task) {
        return new Wording(text, task, List.of(), List.of(), "Because it is.", "Try another.");
    }
}
