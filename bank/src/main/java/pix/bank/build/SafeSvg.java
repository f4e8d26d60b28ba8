package pix.bank.build;

import java.io.StringReader;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Lets through only drawings that can be put into a page as they are: well-formed, made of shapes and text, with
 * nothing that runs, styles the page or reaches out of the drawing. What is not listed here is refused.
 */
final class SafeSvg {
    private static final Set<String> ELEMENTS = Set.of(
            "svg", "g", "defs", "title", "desc", "symbol", "use", "path", "rect", "circle", "ellipse", "line",
            "polyline", "polygon", "text", "tspan", "marker", "clipPath", "linearGradient", "radialGradient", "stop",
            "pattern", "mask");
    private static final Set<String> ATTRIBUTES = Set.of(
            "xmlns", "version", "id", "viewBox", "preserveAspectRatio", "width", "height", "x", "y", "x1", "y1", "x2",
            "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "d", "points", "dx", "dy", "rotate", "transform", "href",
            "offset", "pathLength", "textLength", "lengthAdjust", "refX", "refY", "orient", "markerWidth",
            "markerHeight", "markerUnits", "gradientUnits", "gradientTransform", "spreadMethod", "patternUnits",
            "patternContentUnits", "patternTransform", "clipPathUnits", "maskUnits", "maskContentUnits", "fill",
            "fill-opacity", "fill-rule", "clip-path", "clip-rule", "mask", "stroke", "stroke-width", "stroke-opacity",
            "stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit",
            "opacity", "color", "visibility", "display", "overflow", "marker-start", "marker-mid", "marker-end",
            "stop-color", "stop-opacity", "vector-effect", "paint-order", "shape-rendering", "text-rendering",
            "font-family", "font-size", "font-style", "font-weight", "font-variant", "letter-spacing", "word-spacing",
            "text-anchor", "text-decoration", "dominant-baseline", "alignment-baseline", "baseline-shift",
            "writing-mode", "xml:space", "role", "aria-hidden", "aria-label", "focusable");
    private static final Pattern REACHING_OUT = Pattern.compile("(?i)(javascript|data|https?|file)\\s*:|//|url\\s*\\((?!\\s*['\"]?#)|[<>\\\\]|&#?\\w+;");
    private static final Pattern SIZE = Pattern.compile("([0-9]*\\.?[0-9]+)(px)?");
    private static final double SMALLEST_TEXT = 12;
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    private static final XMLInputFactory XML = factory();

    private SafeSvg() {}

    /** What is wrong with a drawing, for its author; empty where it is safe. */
    static Optional<String> fault(String svg) {
        try {
            var reader = XML.createXMLStreamReader(new StringReader(svg));
            boolean root = true;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        var fault = element(reader, root);
                        if (fault.isPresent()) return fault;
                        root = false;
                    }
                    case XMLStreamConstants.PROCESSING_INSTRUCTION, XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                        return Optional.of("a drawing has elements and text only");
                    }
                    default -> {}
                }
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            var reason = e.getMessage().lines().filter(line -> line.startsWith("Message: ")).findFirst();
            return Optional.of("the drawing is not well-formed XML: " + reason.orElse(e.getMessage()).replace("Message: ", ""));
        }
    }

    private static Optional<String> element(XMLStreamReader reader, boolean root) {
        var name = reader.getLocalName();
        if (root != name.equals("svg")) return Optional.of(root ? "a drawing starts with <svg" : "an <svg> inside a drawing");
        if (!ELEMENTS.contains(name)) return Optional.of("<" + name + "> is not allowed in a drawing");
        boolean viewBox = false;
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            var attribute = reader.getAttributeLocalName(i);
            var value = reader.getAttributeValue(i);
            viewBox |= attribute.equals("viewBox");
            if (!ATTRIBUTES.contains(attribute)) return Optional.of("the attribute `" + attribute + "` is not allowed in a drawing");
            if (attribute.equals("href") && !value.startsWith("#")) return Optional.of("a drawing refers to its own parts only");
            if (attribute.equals("xmlns") ? !value.equals(NAMESPACE) : REACHING_OUT.matcher(value).find()) {
                return Optional.of("`" + attribute + "` reaches out of the drawing");
            }
            if (attribute.equals("font-size")) {
                var size = SIZE.matcher(value);
                if (!size.matches()) return Optional.of("`font-size` is a number");
                if (Double.parseDouble(size.group(1)) < SMALLEST_TEXT) return Optional.of("text smaller than 12 units: font-size " + value);
            }
        }
        return root && !viewBox ? Optional.of("a drawing needs a viewBox") : Optional.empty();
    }

    /** Without namespaces, so that a prefix is part of the name and thereby refused. */
    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setXMLReporter((_, _, _, _) -> {});
        return factory;
    }

}
