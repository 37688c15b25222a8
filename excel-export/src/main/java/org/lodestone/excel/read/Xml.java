package org.lodestone.excel.read;

import com.google.common.base.Strings;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.lodestone.core.problem.DataException;

/** A part of a workbook, element by element. */
final class Xml implements Closeable {

    /** The reader of XML gets slow with very many names; workbooks have a few hundred. */
    private static final int MOST_NAMES = 5_000;

    /** Elements in elements; workbooks have about ten. */
    private static final int DEEPEST = 500;

    private static final int RECENT = 1 << 8;

    private final String file;
    private final String part;
    private final PartStream in;
    private final XMLStreamReader reader;
    private final String[] recent = new String[RECENT];
    private final Set<String> names = new HashSet<>();
    /** Most texts come in one piece; this holds the others of one that does not. */
    private final StringBuilder more = new StringBuilder();

    private int depth;

    Xml(String file, String part, PartStream in, XMLStreamReader reader) {
        this.file = file;
        this.part = part;
        this.in = in;
        this.reader = reader;
    }

    /** Goes on to the next start or end of an element; false at the end of the part. */
    boolean next() {
        try {
            while (reader.hasNext()) {
                int event = reader.next();
                check(event);
                if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                    in.endPiece();
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException | RuntimeException e) {
            throw Parts.damaged(file, part, e);
        }
    }

    /** Refuses entities, and what makes a small part slow to read. */
    private void check(int event) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> checkElement();
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.PROCESSING_INSTRUCTION -> countName(reader.getPITarget());
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw new DataException(
                        file,
                        "declares or names entities in its part " + part
                                + ", which no spreadsheet program writes: they may"
                                + " read other files or fill the memory. Do not trust it.");
            default -> {}
        }
    }

    private void checkElement() {
        if (++depth > DEEPEST) {
            throw suspicious("elements within each other, over " + DEEPEST + " deep,");
        }
        countName(reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            countName(reader.getAttributeLocalName(i));
        }
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            countName(Strings.nullToEmpty(reader.getNamespacePrefix(i)));
        }
    }

    /** Most often one of the few that were met last, as the same object. */
    @SuppressWarnings("ReferenceEquality")
    private void countName(String name) {
        int place = name.hashCode() & (RECENT - 1);
        if (recent[place] != name) {
            recent[place] = name;
            if (names.add(name) && names.size() > MOST_NAMES) {
                throw suspicious("over " + MOST_NAMES + " different names of elements and attributes");
            }
        }
    }

    private DataException suspicious(String what) {
        return new DataException(
                file,
                "has " + what + " in its part " + part + ", which no spreadsheet program writes. Do not trust it.");
    }

    /** Goes on to the next element of that name; false if there is none. */
    boolean find(String element) {
        while (next()) {
            if (isStart(element)) {
                return true;
            }
        }
        return false;
    }

    /** Goes on to the next start of an element within {@code parent}; false where that ends. */
    boolean nextIn(String parent) {
        while (next()) {
            if (reader.isStartElement()) {
                return true;
            }
            if (isEnd(parent)) {
                return false;
            }
        }
        return false;
    }

    boolean isStart() {
        return reader.isStartElement();
    }

    boolean isStart(String element) {
        return reader.isStartElement() && reader.getLocalName().equals(element);
    }

    boolean isEnd(String element) {
        return reader.isEndElement() && reader.getLocalName().equals(element);
    }

    String element() {
        return reader.getLocalName();
    }

    int attributes() {
        return reader.getAttributeCount();
    }

    String attributeName(int index) {
        return reader.getAttributeLocalName(index);
    }

    String attributeValue(int index) {
        return reader.getAttributeValue(index);
    }

    /** An attribute of any namespace, empty where it is not there. */
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return Strings.nullToEmpty(reader.getAttributeValue(i));
            }
        }
        return "";
    }

    boolean truth(String name) {
        String value = attribute(name);
        return value.equals("1") || value.equals("true");
    }

    /** The text of the element, up to its end; of elements within it, nothing. */
    String text() {
        try {
            String text = "";
            more.setLength(0);
            int within = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                check(event);
                if (isText(event) && within == 0) {
                    if (text.isEmpty()) {
                        text = reader.getText();
                    } else {
                        more.append(reader.getText());
                    }
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    within++;
                } else if (event == XMLStreamConstants.END_ELEMENT && within-- == 0) {
                    in.endPiece();
                    break;
                }
            }
            return more.isEmpty() ? text : text + more;
        } catch (XMLStreamException | RuntimeException e) {
            throw Parts.damaged(file, part, e);
        }
    }

    private static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
