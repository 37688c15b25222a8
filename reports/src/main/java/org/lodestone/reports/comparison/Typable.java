package org.lodestone.reports.comparison;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.lodestone.core.text.Nearest;

/** A table into which an analyst can type a fact, and how a key into it is written. */
public enum Typable {
    FIGURE(3, "figure/mine-production/Myanmar/2024=40000", Part.MEASURE, Part.PLACE, Part.YEAR, Part.CASE),
    QUOTA(4, "quota/2026/mining/all/all=300000", Part.YEAR, Part.STAGE, Part.ORE, Part.HOLDER, Part.BATCH),
    PRICE(2, "price/NdPr oxide/2026-11=600", Part.PRODUCT, Part.PERIOD, Part.GRADE),
    IMPORT(
            4,
            "import/China/Myanmar/rare earths/2026-10=4,200 t REO x12",
            Part.REPORTER,
            Part.PARTNER,
            Part.PRODUCT,
            Part.PERIOD),
    EXPORT(4, "export/China/World/rare earths/2025=70000", Part.REPORTER, Part.PARTNER, Part.PRODUCT, Part.PERIOD),
    FACT(3, "fact/600111.SH/net-profit/H1 2025=1200 CNY mn", Part.COMPANY, Part.FACT, Part.PERIOD, Part.SCOPE),
    ASSUMPTION(2, "assumption/mining-quota-growth/Base=3", Part.ID, Part.SCENARIO, Part.STEP),
    DEMAND(
            4,
            "demand/magnet rare earths/Total demand/2030/STEPS=130",
            Part.MATERIAL,
            Part.SEGMENT,
            Part.PERIOD,
            Part.CASE),
    STAKE(3, "stake/Baogang Group/600111.SH/2026-02=40", Part.OWNER, Part.OWNED, Part.AS_OF);

    /** One part of a key: what it names, and what it may be. */
    enum Part {
        MEASURE,
        PLACE(Kind.PLACE),
        YEAR(Kind.PERIOD),
        CASE,
        STAGE,
        ORE,
        HOLDER,
        BATCH,
        PRODUCT,
        PERIOD(Kind.PERIOD),
        GRADE,
        REPORTER(Kind.PLACE),
        PARTNER(Kind.PLACE),
        COMPANY,
        FACT,
        SCOPE(Kind.OPEN),
        ID,
        SCENARIO,
        STEP,
        MATERIAL,
        SEGMENT,
        OWNER,
        OWNED,
        AS_OF(Kind.PERIOD);

        /** What a part may be. */
        enum Kind {
            /** One of the names that the dataset has there. */
            NAMED,
            PLACE,
            PERIOD,
            /** Any words. */
            OPEN
        }

        private final Kind kind;

        Part() {
            this(Kind.NAMED);
        }

        Part(Kind kind) {
            this.kind = kind;
        }

        Kind kind() {
            return kind;
        }

        /** As a grammar writes it: {@code AS OF}. */
        @Override
        public String toString() {
            return name().replace('_', ' ');
        }
    }

    private final int required;
    private final String example;
    private final ImmutableList<Part> parts;

    Typable(int required, String example, Part... parts) {
        this.required = required;
        this.example = example;
        this.parts = ImmutableList.copyOf(parts);
    }

    /** The table of a name, in the singular or the plural. */
    static Typable parse(String name) {
        List<String> names = Arrays.stream(values()).map(Typable::toString).toList();
        return Arrays.stream(values())
                .filter(one -> name.equalsIgnoreCase(one.toString()) || name.equalsIgnoreCase(one + "s"))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("'" + name + "' is not a table that facts can be typed into. "
                                + Nearest.remedy(name, names, "Use one of: " + String.join(", ", names) + ".")));
    }

    /** How many parts a key needs; the others may be left out. */
    int required() {
        return required;
    }

    ImmutableList<Part> parts() {
        return parts;
    }

    /** How a key is written: {@code price/PRODUCT/PERIOD[/GRADE]}. */
    public String grammar() {
        StringBuilder grammar = new StringBuilder(toString());
        for (int i = 0; i < parts.size(); i++) {
            String name = "/" + parts.get(i);
            grammar.append(i < required ? name : "[" + name + "]");
        }
        return this == FIGURE || this == PRICE ? grammar + "[@EDITION]" : grammar.toString();
    }

    /** A key with a value, as it could be typed. */
    public String example() {
        return example;
    }

    /** As an analyst types it: {@code quota}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
