package org.lodestone.excel.read;

import com.fasterxml.aalto.UncheckedStreamException;
import com.google.common.base.Strings;
import java.io.Closeable;
import java.io.IOException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.lodestone.core.table.TableException;

/** A part of a workbook, element by element. */
final class Xml implements Closeable {

    private final String file;
    private final String part;
    private final PartStream in;
    private final XMLStreamReader reader;

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
                if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                    in.endPiece();
                    return true;
                }
                refuseEntities(event);
            }
            return false;
        } catch (XMLStreamException | UncheckedStreamException e) {
            throw Parts.damaged(file, part, e);
        }
    }

    private void refuseEntities(int event) {
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new TableException(
                    file,
                    "declares or names entities in its part " + part + ", which no spreadsheet program writes: they may"
                            + " read other files or fill the memory. Do not trust it.");
        }
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
            int depth = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.CHARACTERS
                        || event == XMLStreamConstants.CDATA
                        || event == XMLStreamConstants.SPACE) {
                    text = depth > 0 ? text : text.isEmpty() ? reader.getText() : text + reader.getText();
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    depth++;
                } else if (event == XMLStreamConstants.END_ELEMENT && depth-- == 0) {
                    in.endPiece();
                    return text;
                } else {
                    refuseEntities(event);
                }
            }
            return text;
        } catch (XMLStreamException | UncheckedStreamException e) {
            throw Parts.damaged(file, part, e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
