package pix.ability;

import pix.framework.Competence;

/**
 * An answer and the competence it is about.
 *
 * @param score from 0, wrong, to 1, right
 */
public record Observation(Competence competence, ItemParameters item, double score) {
    public Observation {
        if (competence == null || item == null) throw new IllegalArgumentException("an observation is about something");
        if (!(score >= 0 && score <= 1)) throw new IllegalArgumentException("a score lies between 0 and 1: " + score);
    }
}
