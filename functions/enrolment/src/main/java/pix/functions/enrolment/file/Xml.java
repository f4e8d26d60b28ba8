package pix.functions.enrolment.file;

import java.io.Closeable;
import java.io.IOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The elements of an XML file one after the other, with nothing beyond elements, attributes and text: a DOCTYPE or an
 * entity refuses the file, and so does what is nested or spun out beyond reason.
 */
final class Xml implements Closeable {
    interface Elements {
        /** @param depth 1 for the root */
        void start(String name, String id, int depth, long line);

        void end(String name, String text, int depth);
    }

    private static final int DEEPEST = 50;
    private static final int LONGEST_TEXT = 2000;
    /** Bytes from one event to the next: no tag, comment or instruction of an honest file comes near. */
    private static final long LONGEST_EVENT = 1_000_000;

    private final Encoding encoding;
    private final Allowance bytes;
    private XMLStreamReader reader;

    Xml(Source source) throws IOException {
        encoding = Encoding.declared(source);
        bytes = new Allowance(source.open(), LONGEST_EVENT, () -> malformed(line()));
    }

    String encoding() {
        return encoding.name();
    }

    /** @param id the attribute whose value is given with a start */
    void read(String id, Elements elements) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        try {
            reader = factory.createXMLStreamReader(encoding.reader(() -> bytes));
            StringBuilder text = new StringBuilder();
            int depth = 0;
            while (reader.hasNext()) {
                bytes.renew();
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > DEEPEST) throw malformed(line());
                        text.setLength(0);
                        elements.start(reader.getLocalName(), reader.getAttributeValue(null, id), depth, line());
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        if (text.length() < LONGEST_TEXT) text.append(reader.getText());
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        elements.end(reader.getLocalName(), text.toString(), depth--);
                        text.setLength(0);
                    }
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.ENTITY_DECLARATION ->
                            throw new RefusedFile(Problem.FORBIDDEN_DTD);
                    default -> { }
                }
            }
        } catch (XMLStreamException e) {
            throw malformed(e.getLocation() == null ? line() : Math.max(line(), e.getLocation().getLineNumber()));
        }
    }

    private long line() {
        return reader == null ? 1 : reader.getLocation().getLineNumber();
    }

    private static RefusedFile malformed(long line) {
        return new RefusedFile(Problem.MALFORMED_XML, Long.toString(Math.max(1, line)));
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
