package org.lodestone.reports.comparison;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.lodestone.core.text.Nearest;

/** A table into which an analyst can type a fact, and how a key into it is written. */
public enum Typable {
    FIGURE(
            3,
            "figure/mine-production/Myanmar/2024=40000",
            Part.named("MEASURE"),
            Part.place("PLACE"),
            Part.period("YEAR"),
            Part.named("CASE")),
    QUOTA(
            4,
            "quota/2026/mining/all/all=300000",
            Part.period("YEAR"),
            Part.named("STAGE"),
            Part.named("ORE"),
            Part.named("HOLDER"),
            Part.named("BATCH")),
    PRICE(2, "price/NdPr oxide/2026-11=600", Part.named("PRODUCT"), Part.period("PERIOD"), Part.named("GRADE")),
    IMPORT(
            4,
            "import/China/Myanmar/rare earths/2026-10=4,200 t REO x12",
            Part.place("REPORTER"),
            Part.place("PARTNER"),
            Part.named("PRODUCT"),
            Part.period("PERIOD")),
    EXPORT(
            4,
            "export/China/World/rare earths/2025=70000",
            Part.place("REPORTER"),
            Part.place("PARTNER"),
            Part.named("PRODUCT"),
            Part.period("PERIOD")),
    FACT(
            3,
            "fact/600111.SH/net-profit/H1 2025=1200 CNY mn",
            Part.named("COMPANY"),
            Part.named("FACT"),
            Part.period("PERIOD"),
            Part.open("SCOPE")),
    ASSUMPTION(
            2, "assumption/mining-quota-growth/Base=3", Part.named("ID"), Part.named("SCENARIO"), Part.named("STEP")),
    DEMAND(
            4,
            "demand/magnet rare earths/Total demand/2030/STEPS=130",
            Part.named("MATERIAL"),
            Part.named("SEGMENT"),
            Part.period("PERIOD"),
            Part.named("CASE")),
    STAKE(
            3,
            "stake/Baogang Group/600111.SH/2026-02=40",
            Part.named("OWNER"),
            Part.named("OWNED"),
            Part.period("AS OF"));

    /** One part of a key: what it names, and what it may be. */
    record Part(String name, Kind kind) {

        enum Kind {
            /** One of the names that the dataset has there. */
            NAMED,
            PLACE,
            PERIOD,
            /** Any words. */
            OPEN
        }

        static Part named(String name) {
            return new Part(name, Kind.NAMED);
        }

        static Part place(String name) {
            return new Part(name, Kind.PLACE);
        }

        static Part period(String name) {
            return new Part(name, Kind.PERIOD);
        }

        static Part open(String name) {
            return new Part(name, Kind.OPEN);
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
            String name = "/" + parts.get(i).name();
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
