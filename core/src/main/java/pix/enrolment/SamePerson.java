package pix.enrolment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import pix.bank.Folding;
import pix.bank.Typos;
import pix.learner.Learner;

/**
 * Whether somebody may be a student of the roster. The birth date is the same; so are the names, give or take accents,
 * capitals, hyphens, the order and number of given names, and one slip of the pen in all.
 */
public record SamePerson(String givenNames, String familyName, LocalDate birthDate) {

    static SamePerson of(Learner learner) {
        return new SamePerson(learner.givenName(), learner.familyName(), learner.birthDate());
    }

    public boolean as(Student student) {
        if (!birthDate.equals(student.birthDate())) return false;
        return Stream.concat(Stream.of(student.familyName()), student.usedName().stream()).anyMatch(family ->
                sameFamily(0, family) && sameGiven(1, student.givenNames()) || sameFamily(1, family) && sameGiven(0, student.givenNames()));
    }

    private boolean sameFamily(int slips, String family) {
        return Typos.within(slips, letters(family), letters(familyName));
    }

    /** Every name of the side with fewer is one of the other side. */
    private boolean sameGiven(int slips, String known) {
        List<String> said = words(givenNames);
        List<String> listed = words(known);
        if (said.isEmpty() || listed.isEmpty()) return false;
        return letters(known).equals(letters(givenNames)) || (said.size() <= listed.size() ? within(slips, said, listed) : within(slips, listed, said));
    }

    private static boolean within(int slips, List<String> fewer, List<String> more) {
        List<String> left = new ArrayList<>(more);
        List<String> strange = new ArrayList<>(fewer);
        strange.removeIf(left::remove);
        return strange.isEmpty()
                || strange.size() == 1 && left.stream().anyMatch(name -> Typos.within(slips, name, strange.getFirst()));
    }

    private static List<String> words(String names) {
        return Stream.of(Folding.words(names).split("[^\\p{L}]+")).filter(word -> !word.isEmpty()).toList();
    }

    private static String letters(String name) {
        return String.join("", words(name));
    }
}
