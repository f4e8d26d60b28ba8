package pix.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A chart of lines and dots over two axes, as SVG. */
final class Plot {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;
    private static final int LEFT = 64;
    private static final int RIGHT = 20;
    private static final int TOP = 44;
    private static final int BOTTOM = 52;
    /** Colours that differ for colour-blind readers too: Okabe and Ito, 2008. */
    private static final String[] COLOURS = {"#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#000000"};

    private record Series(String name, double[] x, double[] y, boolean dashed, boolean dots) {}

    private final String title;
    private final String xName;
    private final String yName;
    private final double x0;
    private final double x1;
    private final double y0;
    private final double y1;
    private final List<Series> series = new ArrayList<>();

    Plot(String title, String xName, double x0, double x1, String yName, double y0, double y1) {
        this.title = title;
        this.xName = xName;
        this.yName = yName;
        this.x0 = x0;
        this.x1 = x1;
        this.y0 = y0;
        this.y1 = y1;
    }

    Plot line(String name, double[] x, double[] y) {
        series.add(new Series(name, x, y, false, true));
        return this;
    }

    Plot curve(String name, double[] x, double[] y) {
        series.add(new Series(name, x, y, false, false));
        return this;
    }

    Plot reference(String name, double[] x, double[] y) {
        series.add(new Series(name, x, y, true, false));
        return this;
    }

    String svg() {
        StringBuilder svg = new StringBuilder();
        add(svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\""
                + " role=\"img\" aria-label=\"%s\">", WIDTH, HEIGHT, title);
        add(svg, "<rect width=\"%d\" height=\"%d\" fill=\"white\"/>", WIDTH, HEIGHT);
        add(svg, "<text x=\"%d\" y=\"24\" font-size=\"15\" font-weight=\"bold\">%s</text>", LEFT, title);
        axes(svg);
        for (int i = 0; i < series.size(); i++) draw(svg, series.get(i), COLOURS[i % COLOURS.length], i);
        return svg.append("</svg>\n").toString();
    }

    private void axes(StringBuilder svg) {
        for (double x : ticks(x0, x1)) {
            add(svg, "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#e4e4e4\"/>", px(x), TOP, px(x), HEIGHT - BOTTOM);
            add(svg, "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>", px(x), HEIGHT - BOTTOM + 17, label(x));
        }
        for (double y : ticks(y0, y1)) {
            add(svg, "<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"#e4e4e4\"/>", LEFT, py(y), WIDTH - RIGHT, py(y));
            add(svg, "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>", LEFT - 7, py(y) + 4, label(y));
        }
        add(svg, "<path d=\"M%d %d V%d H%d\" fill=\"none\" stroke=\"#444\"/>", LEFT, TOP, HEIGHT - BOTTOM, WIDTH - RIGHT);
        add(svg, "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>", (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12, xName);
        add(svg, "<text transform=\"translate(16 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>", (TOP + HEIGHT - BOTTOM) / 2, yName);
    }

    private void draw(StringBuilder svg, Series line, String colour, int place) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < line.x.length; i++) {
            double y = Math.clamp(line.y[i], y0, y1);
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", px(line.x[i]), py(y)));
            if (line.dots) add(svg, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>", px(line.x[i]), py(y), colour);
        }
        String dash = line.dashed ? " stroke-dasharray=\"5 4\"" : "";
        add(svg, "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"%s/>", points.toString().strip(), colour, dash);
        int y = TOP + 12 + place * 17;
        int x = rises() ? LEFT + 12 : WIDTH - RIGHT - 190;
        add(svg, "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\" stroke-width=\"2\"%s/>", x, y, x + 22, y, colour, dash);
        add(svg, "<text x=\"%d\" y=\"%d\">%s</text>", x + 28, y + 4, line.name);
    }

    /** Lines that rise leave the top left free for the legend, others the top right. */
    private boolean rises() {
        double[] first = series.getFirst().y;
        return first[first.length - 1] > first[0];
    }

    private static List<Double> ticks(double from, double to) {
        double raw = (to - from) / 6;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = raw / power < 1.5 ? power : raw / power < 3.5 ? 2 * power : raw / power < 7.5 ? 5 * power : 10 * power;
        List<Double> ticks = new ArrayList<>();
        for (double tick = Math.ceil(from / step - 1e-9) * step; tick <= to + 1e-9 * step; tick += step) ticks.add(tick);
        return ticks;
    }

    private static String label(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value + 0.0).replaceAll("\\.?0+$", "");
        return text.equals("-0") ? "0" : text.replace("-", "−");
    }

    private double px(double x) {
        return LEFT + (x - x0) / (x1 - x0) * (WIDTH - LEFT - RIGHT);
    }

    private double py(double y) {
        return HEIGHT - BOTTOM - (y - y0) / (y1 - y0) * (HEIGHT - TOP - BOTTOM);
    }

    private static void add(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
