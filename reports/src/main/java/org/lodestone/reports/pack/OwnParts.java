package org.lodestone.reports.pack;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.report.Finding;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;

/** The parts of a user's own in a pack: they stand beside those of the library, and in place of none. */
record OwnParts(ImmutableList<Part> parts) {

    static final OwnParts NONE = new OwnParts(ImmutableList.of());

    /** Sheets that every pack has, or gets where a part brings something for them. */
    static final ImmutableList<String> RESERVED = ImmutableList.of(
            FrontPage.NAME, ControlSection.NAME, DatesPage.NAME, DatesPage.ALL, CheckSection.NAME, SourceSection.NAME);

    /** The findings that are a user's own. */
    ImmutableSet<Finding> findings() {
        return parts.stream().flatMap(part -> part.findings().stream()).collect(toImmutableSet());
    }

    /**
     * Throws where a sheet or a finding has the name of another: one of the library, or of a part before it.
     *
     * @param names of the library's sheets
     */
    void requireNew(List<Part> library, Stream<String> names) {
        Map<String, String> sheets = new HashMap<>();
        Map<String, String> findings = new HashMap<>();
        Stream.concat(RESERVED.stream(), names).forEach(name -> sheets.put(inLowerCase(name), name));
        library.stream()
                .flatMap(part -> part.findings().stream())
                .forEach(one -> findings.put(inLowerCase(one.id()), one.id()));
        for (Part part : parts) {
            sheets(part).forEach(name -> requireNew("sheet", name, sheets));
            part.findings().forEach(one -> requireNew("finding", one.id(), findings));
        }
    }

    private static Stream<String> sheets(Part part) {
        return part.sections().stream().map(Section::name);
    }

    private static void requireNew(String what, String name, Map<String, String> taken) {
        String before = taken.putIfAbsent(inLowerCase(name), name);
        if (before != null) {
            throw new IllegalArgumentException(
                    "The pack has a " + what + " '" + before + "' already, so a part of one's own" + " cannot bring a "
                            + what + " '" + name + "'. Give it another name.");
        }
    }

    private static String inLowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Adds what stands behind the keys of a part. Throws where one of a user's own means something else in the pack. */
    void include(Part part, Model.Builder model) {
        try {
            model.include(part.model());
        } catch (IllegalArgumentException e) {
            throw parts.contains(part)
                    ? new IllegalArgumentException(
                            "The part '" + sheets(part).findFirst().orElse("without a sheet")
                                    + "' does not go with the pack: " + e.getMessage()
                                    + " Give its key another term, or take the pack's own value from its analyses.",
                            e)
                    : e;
        }
    }
}
