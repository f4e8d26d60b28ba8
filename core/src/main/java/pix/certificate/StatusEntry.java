package pix.certificate;

/**
 * The bit that says whether a certificate is revoked.
 *
 * @param list from 1
 * @param index from 0 to {@link StatusList#SIZE} − 1
 */
public record StatusEntry(int list, int index) {
    public StatusEntry {
        if (list < 1 || index < 0 || index >= StatusList.SIZE) throw new IllegalArgumentException("no such status entry");
    }
}
