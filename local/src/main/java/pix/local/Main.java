package pix.local;

import java.io.IOException;
import java.net.BindException;
import pix.platform.Platform;

/** Starts the service on this machine and says where it is. */
public final class Main {
    private Main() {}

    /** Settings come as system properties: see {@link Settings}. */
    public static void main(String[] arguments) {
        // The store's threads would keep a failed start alive: whatever happens, say it and end.
        try {
            start();
        } catch (BindException e) {
            end("Port " + System.getProperty("pix.port") + " is taken: choose another with -Dpix.port=8081");
        } catch (ExceptionInInitializerError e) {
            end(String.valueOf(root(e).getMessage()));
        } catch (IOException | RuntimeException | Error e) {
            e.printStackTrace();
            end("pix could not start.");
        }
    }

    private static void start() throws IOException {
        long before = System.nanoTime();
        LocalPlatform platform = (LocalPlatform) Platform.current();
        Laptop laptop = Laptop.start(platform);
        Runtime.getRuntime().addShutdownHook(new Thread(laptop::close));
        // Maven passes on Ctrl-C but not SIGTERM: without it there is nobody left to stop this process.
        ProcessHandle.current().parent().ifPresent(maven -> maven.onExit().thenRun(() -> System.exit(0)));
        double seconds = (System.nanoTime() - before) / 1e9;
        System.out.printf("%npix is ready at %s (started in %.1f s, data in %s)%n", laptop.address(), seconds,
                platform.settings().data().toAbsolutePath());
        if (platform.settings().demo()) laptop.demonstrate().forEach(line -> System.out.println("  " + line));
        laptop.startFunctions();
        System.out.println("Stop with Ctrl-C.");
    }

    private static Throwable root(Throwable failure) {
        return failure.getCause() == null ? failure : root(failure.getCause());
    }

    private static void end(String sentence) {
        System.err.println(sentence);
        System.exit(1);
    }
}
