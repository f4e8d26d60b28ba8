package pix.http;

import java.util.regex.Pattern;
import pix.InvalidInput;

/**
 * What a caller's device calls itself in the header {@code pix-device}: a random text its browser made once and keeps.
 * A certification goes on only on the device the invigilator let in.
 */
public final class Device {
    private static final String HEADER = "pix-device";
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{8,64}");

    private Device() {}

    /** Empty where the device says nothing. */
    public static String of(Request request) {
        String device = request.header(HEADER).orElse("");
        if (!device.isEmpty() && !FORM.matcher(device).matches()) throw new InvalidInput("", "malformed");
        return device;
    }
}
