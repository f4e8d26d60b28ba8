package pix.bank.pack;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The part of a pack that holds the wordings, read as a whole when the first is asked for. Thread-safe. */
final class Wordings {
    private final Source source;
    private final int start;
    private volatile byte[] pack;

    /** Where a pack can be read from its beginning. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    /** Made when first needed: it takes longer to start than all else. */
    private static final class Json {
        private static final JsonFactory FACTORY = JsonFactory.builder()
                .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                .build();
    }

    /** @param start where the wordings begin in the pack */
    Wordings(Source source, int start) {
        this.source = source;
        this.start = start;
    }

    JsonParser parser(int from, int length) throws IOException {
        return Json.FACTORY.createParser(pack(), start + from, length);
    }

    private byte[] pack() {
        if (pack == null) {
            try (var in = source.open()) {
                pack = in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return pack;
    }
}
