package pix.bench.lambda;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * What a function's main thread used the processor for until its first answer, as a tree of calls: samples of the JVM's own
 * flight recorder, one each time the thread has used so much of the processor. Samples of several starts add up.
 */
final class StartProfile {
    static final String LOADS = "loads classes";
    static final String LAMBDAS = "makes lambdas";
    private static final String ROOT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda.main";
    private static final String INTERVAL = "4ms";

    /** A method in one place of the tree of calls. */
    static final class Node {
        final Map<String, Node> callees = new TreeMap<>();
        int samples;
    }

    final Node root = new Node();

    /** What the JVM is started with to write a recording when it ends. */
    static List<String> flags(Path recording) {
        return List.of("-XX:FlightRecorderOptions:stackdepth=512", "-XX:StartFlightRecording:settings=default,filename=" + recording
                + ",jdk.CPUTimeSample#enabled=true,jdk.CPUTimeSample#throttle=" + INTERVAL);
    }

    void add(Path recording) throws IOException {
        for (RecordedEvent event : RecordingFile.readAllEvents(recording)) {
            if (event.getEventType().getName().equals("jdk.CPUTimeSample") && event.getStackTrace() != null) {
                add(event.getStackTrace().getFrames().reversed());
            }
        }
    }

    /** From the runtime client on. Below the loading of a class it is of no interest who does what. */
    private void add(List<RecordedFrame> frames) {
        List<String> names = frames.stream().map(StartProfile::name).toList();
        if (!names.contains(ROOT)) return;
        Node node = root;
        node.samples++;
        for (String name : names.subList(names.indexOf(ROOT) + 1, names.size())) {
            node = node.callees.computeIfAbsent(name, n -> new Node());
            node.samples++;
            if (name.equals(LOADS) || name.equals(LAMBDAS)) return;
        }
    }

    private static String name(RecordedFrame frame) {
        String type = frame.getMethod().getType().getName();
        String method = frame.getMethod().getName();
        if (method.equals("linkCallSite")) return LAMBDAS;
        if (type.endsWith("ClassLoader") && method.startsWith("loadClass")) return LOADS;
        int lambda = type.indexOf("$$Lambda");
        return lambda < 0 ? type + "." + method : type.substring(0, lambda) + ".lambda";
    }
}
