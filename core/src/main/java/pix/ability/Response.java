package pix.ability;

/**
 * An answer as measurement sees it: an item and how well it was answered.
 *
 * @param score from 0, wrong, to 1, right; a fraction where an item gives partial credit
 */
public record Response(ItemParameters item, double score) {
    public Response {
        if (item == null) throw new IllegalArgumentException("a response is to an item");
        if (!(score >= 0 && score <= 1)) throw new IllegalArgumentException("a score lies between 0 and 1: " + score);
    }
}
