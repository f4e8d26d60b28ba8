package pix.bench.lambda;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A profile as a picture (SVG): every box is a method, as wide as its share of the whole, below the method that called it.
 * A call that takes nearly all of its caller's share is drawn as one box with it, where it has the same owner or nobody
 * in particular.
 */
final class FlameGraph {
    private static final int WIDTH = 1200;
    private static final int ROW = 18;
    private static final int TOP = 64;
    private static final double LETTER = 6.2;
    /** Shares of the whole, and of the caller, below and above which nothing is drawn for itself. */
    private static final double SMALLEST = .0012;
    private static final double SAME = .93;

    private record Owner(String name, String colour, List<String> prefixes) {}

    /** Colours that differ for colour-blind readers too: Okabe and Ito, 2008, lightened. */
    private static final List<Owner> OWNERS = List.of(
            new Owner(StartProfile.LOADS, "#8cc4e8", List.of(StartProfile.LOADS)),
            new Owner(StartProfile.LAMBDAS, "#e0b3cf", List.of(StartProfile.LAMBDAS)),
            new Owner("pix", "#7fcfb4", List.of("pix.")),
            new Owner("AWS SDK", "#f2b84b", List.of("software.amazon.")),
            new Owner("Lambda's runtime client", "#d9d2a6", List.of("com.amazonaws.")),
            new Owner("security of the JDK", "#eb9a66", List.of("java.security", "sun.security", "javax.", "com.sun.crypto")),
            new Owner("other", "#d5d5d5", List.of("")));

    private final StringBuilder boxes = new StringBuilder();
    private final int total;
    private int depth;

    private FlameGraph(StartProfile profile) {
        total = profile.root.samples;
        callees(profile.root, 0, 0);
    }

    static String of(StartProfile profile, String title) {
        return new FlameGraph(profile).svg(title);
    }

    private void callees(StartProfile.Node node, double x, int row) {
        for (Map.Entry<String, StartProfile.Node> callee : node.callees.entrySet()) {
            box(callee.getKey(), callee.getValue(), x, row);
            x += share(callee.getValue()) * WIDTH;
        }
    }

    private void box(String name, StartProfile.Node node, double x, int row) {
        if (share(node) < SMALLEST) return;
        Owner owner = owner(name);
        StartProfile.Node last = node;
        for (var next = heir(last, owner); next != null; next = heir(last, owner)) last = next;
        double width = share(node) * WIDTH;
        String label = label(name);
        int letters = (int) ((width - 6) / LETTER);
        add("<g><title>%s: %.1f %%</title><rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\" stroke=\"white\"/>",
                escaped(name), share(node) * 100, x, TOP + row * ROW, width, ROW, owner.colour());
        if (letters >= 3) {
            add("<text x=\"%.1f\" y=\"%d\">%s</text>", x + 3, TOP + row * ROW + 13,
                    escaped(label.length() <= letters ? label : label.substring(0, letters - 1) + "…"));
        }
        add("</g>");
        depth = Math.max(depth, row);
        callees(last, x, row + 1);
    }

    /** The callee that is drawn as one with its caller, null where there is none. */
    private StartProfile.Node heir(StartProfile.Node node, Owner owner) {
        for (Map.Entry<String, StartProfile.Node> callee : node.callees.entrySet()) {
            Owner next = owner(callee.getKey());
            boolean same = next == owner || next == OWNERS.getLast();
            if (same && callee.getValue().samples >= SAME * node.samples) return callee.getValue();
        }
        return null;
    }

    private double share(StartProfile.Node node) {
        return (double) node.samples / total;
    }

    private static Owner owner(String name) {
        return OWNERS.stream().filter(owner -> owner.prefixes().stream().anyMatch(name::startsWith)).findFirst().orElseThrow();
    }

    /** Class and method, without packages; a constructor by its class. */
    private static String label(String name) {
        int method = name.lastIndexOf('.');
        if (method < 0) return name;
        String type = name.substring(name.lastIndexOf('.', method - 1) + 1, method);
        String simple = type.substring(type.lastIndexOf('$') + 1);
        return switch (name.substring(method + 1)) {
            case "<init>" -> "new " + simple;
            case "<clinit>" -> simple + ", static";
            case String other -> simple + "." + other;
        };
    }

    private String svg(String title) {
        StringBuilder svg = new StringBuilder();
        int height = TOP + (depth + 1) * ROW + 8;
        svg.append(("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"11\""
                + " role=\"img\" aria-label=\"%s\">%n").formatted(WIDTH, height, escaped(title)));
        svg.append("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>%n".formatted(WIDTH, height));
        svg.append("<text x=\"3\" y=\"20\" font-size=\"15\" font-weight=\"bold\">%s</text>%n".formatted(escaped(title)));
        int x = 3;
        for (Owner owner : OWNERS) {
            svg.append("<rect x=\"%d\" y=\"34\" width=\"14\" height=\"14\" fill=\"%s\"/><text x=\"%d\" y=\"45\">%s</text>%n"
                    .formatted(x, owner.colour(), x + 19, escaped(owner.name())));
            x += 40 + (int) (owner.name().length() * LETTER);
        }
        return svg.append(boxes).append("</svg>\n").toString();
    }

    private void add(String format, Object... values) {
        boxes.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
