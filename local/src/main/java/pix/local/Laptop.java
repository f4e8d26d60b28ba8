package pix.local;

import java.io.IOException;
import java.util.List;

/** The whole service in this process: the store, the API and the pages. */
public final class Laptop implements AutoCloseable {
    private final LocalPlatform platform;
    private final LocalServer server;

    private Laptop(LocalPlatform platform, LocalServer server) {
        this.platform = platform;
        this.server = server;
    }

    /** @throws java.net.BindException where its port is taken */
    public static Laptop start(LocalPlatform platform) throws IOException {
        return new Laptop(platform, LocalServer.start(platform));
    }

    public String address() {
        return server.address();
    }

    /** Makes the demonstration accounts that are missing; a line for each says who can sign in. */
    public List<String> demonstrate() {
        return Demo.seed(platform);
    }

    /** From now on functions start by themselves: when it is time, and when a file was put. */
    public void startFunctions() {
        server.startFunctions();
    }

    @Override
    public void close() {
        server.close();
        platform.close();
    }
}
