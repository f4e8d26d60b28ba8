package pix.functions.enrolment.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** Lets so many bytes through and refuses the file at the next one, until it is renewed. */
final class Allowance extends FilterInputStream {
    private final long most;
    private final Supplier<RefusedFile> refusal;
    private long left;

    Allowance(InputStream in, long most, Supplier<RefusedFile> refusal) {
        super(in);
        this.most = most;
        this.refusal = refusal;
        left = most;
    }

    void renew() {
        left = most;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) spend(1);
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = super.read(bytes, offset, length);
        spend(Math.max(n, 0));
        return n;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = super.skip(n);
        spend(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void spend(long n) {
        left -= n;
        if (left < 0) throw refusal.get();
    }
}
