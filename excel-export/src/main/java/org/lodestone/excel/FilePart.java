package org.lodestone.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xssf.usermodel.XSSFRelation;

/**
 * A part of a workbook's file of its own, and to which another part refers.
 *
 * @param id by which the other refers to it
 */
record FilePart(PackagePart part, String id) {

    /** A new part that holds a text. */
    static FilePart of(XSSFRelation kind, PackagePart owner, String xml) {
        return of(kind, owner, xml.getBytes(StandardCharsets.UTF_8));
    }

    /** A new part that holds what is no text, such as a picture. */
    static FilePart of(XSSFRelation kind, PackagePart owner, byte[] content) {
        FilePart part = empty(kind, owner);
        part.write(content);
        return part;
    }

    /** A new part that is written later. */
    static FilePart empty(XSSFRelation kind, PackagePart owner) {
        OPCPackage file = owner.getPackage();
        try {
            int number = file.getUnusedPartIndex(kind.getDefaultFileName());
            PackagePartName name = PackagingURIHelper.createPartName(kind.getFileName(number));
            PackagePart part = file.createPart(name, kind.getContentType());
            return new FilePart(
                    part,
                    owner.addRelationship(name, TargetMode.INTERNAL, kind.getRelation())
                            .getId());
        } catch (InvalidFormatException e) {
            throw new IllegalStateException("POI does not take a name that it gave.", e);
        }
    }

    void write(String xml) {
        write(xml.getBytes(StandardCharsets.UTF_8));
    }

    private void write(byte[] content) {
        try (OutputStream out = part.getOutputStream()) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
