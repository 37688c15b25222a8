package org.lodestone.core.fundamentals;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.company.Company;
import org.lodestone.core.company.Company.Listing;
import org.lodestone.core.company.CompanyFact;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.figure.Source;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Unit;

/** A dataset with a few companies, and files as analysts have them. */
final class Analysts {

    static final Company NORTHERN =
            company("600111.SH", "China Northern Rare Earth", "北方稀土", "XSHG", "600111", "CNY", "12-31", "");
    static final Company CHINA_RARE_EARTH = company(
            "000831.SZ", "China Rare Earth Resources and Technology", "中国稀土", "XSHE", "000831", "CNY", "12-31", "");
    static final Company MP = company(
            "MP", "MP Materials", "MP材料", "XNYS", "MP", "USD", "12-31", "SEC CIK 1801368; annual report for FY2024");
    static final Company LYNAS = company("LYC.AX", "Lynas Rare Earths", "莱纳斯", "XASX", "LYC", "AUD", "06-30", "");

    private Analysts() {}

    static Company company(
            String id,
            String name,
            String local,
            String mic,
            String symbol,
            String currency,
            String yearEnd,
            String note) {
        return new Company(
                id,
                name,
                local,
                new Listing(mic, symbol),
                Place.parse("China"),
                ImmutableList.of(),
                ImmutableList.of(),
                currency,
                yearEnd.isEmpty() ? Optional.empty() : Optional.of(MonthDay.parse("--" + yearEnd)),
                "",
                note,
                ImmutableList.of("press"));
    }

    static Dataset dataset(CompanyFact... facts) {
        return Dataset.builder("tiny")
                .sources(ImmutableMap.of("press", new Source("press", "A press report", Optional.empty())))
                .rows(DatasetTables.COMPANIES, List.of(NORTHERN, CHINA_RARE_EARTH, MP, LYNAS))
                .rows(DatasetTables.FACTS, List.of(facts))
                .build();
    }

    static CompanyFact fact(
            String company, String fact, String period, String value, String unit, String scope, String source) {
        return new CompanyFact(
                company, fact, period, Observation.parse(value), Unit.parse(unit), scope, "", Citation.of(source));
    }

    static Path file(Path folder, String name, String... lines) {
        try {
            return Files.write(folder.resolve(name), (String.join("\n", lines) + "\n").getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Facts in a line each: {@code 600111.SH revenue FY2024 32966.31 CNY mn (consolidated)}. */
    static List<String> facts(Fundamentals read) {
        return read.facts().stream()
                .map(fact -> String.join(
                                " ",
                                fact.company(),
                                fact.fact(),
                                fact.period(),
                                fact.value().printed(),
                                fact.unit().toString())
                        + (fact.scope().isEmpty() ? "" : " (" + fact.scope() + ")"))
                .toList();
    }

    static List<String> problems(Fundamentals read) {
        return read.problems().stream().map(Object::toString).toList();
    }

    static List<String> leftOut(Fundamentals read) {
        return read.leftOut().stream()
                .map(one -> one.place() + " " + one.what() + ": " + one.reason())
                .toList();
    }
}
