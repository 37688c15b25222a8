package org.lodestone.excel.read;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which parts a part refers to.
 *
 * @param targets by the id of the relation
 */
record Relations(Map<String, Target> targets) {

    /** A part, and the last word of the address that names the kind of relation. */
    record Target(String kind, String part) {}

    /** The relations of {@code part}; those of the whole workbook where it is empty. */
    static Relations of(Parts parts, String part) throws IOException {
        int slash = part.lastIndexOf('/');
        String folder = part.substring(0, slash + 1);
        String relations = folder + "_rels/" + part.substring(slash + 1) + ".rels";
        Map<String, Target> targets = new LinkedHashMap<>();
        if (parts.has(relations)) {
            try (Xml xml = parts.readKept(relations)) {
                while (xml.find("Relationship")) {
                    if (!xml.attribute("TargetMode").equals("External")) {
                        String type = xml.attribute("Type");
                        String kind = type.substring(type.lastIndexOf('/') + 1);
                        targets.put(xml.attribute("Id"), new Target(kind, resolved(folder, xml.attribute("Target"))));
                    }
                }
            }
        }
        return new Relations(targets);
    }

    private static String resolved(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        int base = folder.length(); // libraries cut a path anew for each step up, of which a file may have very many
        int rest = 0;
        while (target.startsWith("../", rest) || target.startsWith("./", rest)) {
            if (target.startsWith("../", rest)) {
                base = folder.lastIndexOf('/', base - 2) + 1;
            }
            rest = target.indexOf('/', rest) + 1;
        }
        return folder.substring(0, base) + target.substring(rest);
    }

    /** The first part of a kind. */
    Optional<String> first(String kind) {
        return targets.values().stream()
                .filter(target -> target.kind().equals(kind))
                .map(Target::part)
                .findFirst();
    }
}
