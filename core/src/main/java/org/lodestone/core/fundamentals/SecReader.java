package org.lodestone.core.fundamentals;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.ListMultimap;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lodestone.core.company.Company;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.fundamentals.FundamentalsFile.Program;
import org.lodestone.core.fundamentals.Mapping.Meaning;
import org.lodestone.core.fundamentals.Mapping.Timing;
import org.lodestone.core.internal.json.JsonMistakes;
import org.lodestone.core.internal.text.Nearest;
import org.lodestone.core.internal.text.Numbers;
import org.lodestone.core.problem.DataException;
import org.lodestone.core.time.Period;

/**
 * Reads {@code companyfacts} of the SEC as a stream: of each concept that is known, unit and period the value that was filed
 * last. Of other concepts the names are told, and their values are passed over.
 *
 * <p>Strictly: a key stands once in its object, a number is a number that a sheet can hold, nothing follows the end.
 */
final class SecReader {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final Pattern ENDINGS = Pattern.compile(
            "[,.]|/.*|\\b(corp|corporation|inc|incorporated|ltd|limited|plc|co|company|llc|holdings?)\\b\\.?");

    private final FundamentalsFile file;
    private final Dataset dataset;
    private final Gathering gathering;
    private final Indicators indicators;
    private final String name;
    private final Map<Series, ListMultimap<Span, Filed>> filings = new LinkedHashMap<>();
    private final Map<Series, Map<Span, Filed>> series = new LinkedHashMap<>();
    private String cik = "";
    private String entity = "";

    SecReader(FundamentalsFile file, Dataset dataset, Gathering gathering) {
        this.file = file;
        this.dataset = dataset;
        this.gathering = gathering;
        this.indicators = Indicators.of(Program.SEC, "", file.mapping());
        this.name = String.valueOf(file.path().getFileName());
    }

    private record Series(String taxonomy, String concept, String unit) {}

    /** A period by its days, or a day, which has no start. */
    private record Span(Optional<LocalDate> start, LocalDate end) {
        @Override
        public String toString() {
            return start.map(first -> first + " to " + end).orElse(end.toString());
        }
    }

    private record Filed(BigDecimal value, LocalDate filed, FilePlace spot) {}

    void read() throws IOException {
        try (JsonParser json = JSON.createParser(file.path().toFile())) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new DataException(
                        name, "is not an object of JSON. Give a file companyfacts/CIK….json of the SEC.");
            }
            readRoot(json);
            if (json.nextToken() != null) {
                throw new DataException(spot(json).text(), "goes on after its closing brace. Delete what follows it.");
            }
        } catch (JsonProcessingException e) {
            throw new DataException(name + ":" + JsonMistakes.line(e), JsonMistakes.sentence(e), e);
        }
        keepLatest();
        if (series.isEmpty()) {
            throw new DataException(name, "has no facts. Give a file companyfacts/CIK….json of the SEC.");
        }
        company().ifPresent(this::take);
    }

    private FilePlace spot(JsonParser json) {
        int line = json.currentTokenLocation().getLineNr();
        return new FilePlace(line, name + ":" + line);
    }

    // ---------------------------------------------------------------- the file

    private void readRoot(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "cik" -> cik = json.getText().replaceFirst("^0+", "");
                case "entityName" -> entity = json.getText();
                case "facts" -> {
                    requireObject(json, field);
                    while (json.nextToken() == JsonToken.FIELD_NAME) {
                        readTaxonomy(json, json.currentName());
                    }
                }
                default -> skip(json, field);
            }
        }
    }

    private void readTaxonomy(JsonParser json, String taxonomy) throws IOException {
        json.nextToken();
        requireObject(json, taxonomy);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String concept = json.currentName();
            json.nextToken();
            requireObject(json, concept);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "units" -> readUnits(json, taxonomy, concept);
                    case "label", "description" -> json.skipChildren();
                    default -> skip(json, field);
                }
            }
        }
    }

    private void readUnits(JsonParser json, String taxonomy, String concept) throws IOException {
        requireObject(json, concept);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            ListMultimap<Span, Filed> filed = filings.computeIfAbsent(
                    new Series(taxonomy, concept, json.currentName()), unit -> LinkedListMultimap.create());
            if (json.nextToken() != JsonToken.START_ARRAY) {
                throw unexpected(json, "a list of values of " + concept);
            }
            if (indicators.find(concept).isEmpty()) {
                json.skipChildren();
                continue;
            }
            while (json.nextToken() == JsonToken.START_OBJECT) {
                readEntry(json, concept, filed);
            }
        }
    }

    private void readEntry(JsonParser json, String concept, ListMultimap<Span, Filed> filed) throws IOException {
        FilePlace spot = spot(json);
        Map<String, String> texts = new HashMap<>();
        Optional<BigDecimal> value = Optional.empty();
        boolean hasValue = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "val" -> {
                    hasValue = true;
                    value = number(json, concept);
                }
                case "start", "end", "filed", "form", "accn", "fp", "fy", "frame" -> texts.put(field, json.getText());
                default -> skip(json, field);
            }
        }
        gathering.countRow();
        if (value.isEmpty()) {
            if (!hasValue) {
                gathering.leaveOut(spot, concept, "no value");
            }
            return;
        }
        try {
            Optional<LocalDate> start = Optional.ofNullable(texts.get("start")).map(FiscalPeriods::day);
            Span span = new Span(start, FiscalPeriods.day(texts.getOrDefault("end", "")));
            filed.put(span, new Filed(value.get(), FiscalPeriods.day(texts.getOrDefault("filed", "")), spot));
        } catch (IllegalArgumentException e) {
            gathering.problem(spot, concept, String.valueOf(e.getMessage()));
        }
    }

    private Optional<BigDecimal> number(JsonParser json, String concept) throws IOException {
        if (!json.currentToken().isNumeric()) {
            gathering.problem(spot(json), concept, "'" + json.getText() + "' is not a number. Correct the file.");
            return Optional.empty();
        }
        if (!Numbers.isOfSoundSize(json.getText())) {
            gathering.problem(spot(json), concept, "'" + json.getText() + "' is too large or too small for a figure.");
            return Optional.empty();
        }
        return Optional.of(json.getDecimalValue());
    }

    /** Keeps the value of each period that was filed last, once all filings are known. */
    private void keepLatest() {
        filings.forEach((of, spans) -> {
            Map<Span, Filed> latest = new LinkedHashMap<>();
            spans.asMap().forEach((span, filed) -> latest.put(span, latest(of.concept(), span, List.copyOf(filed))));
            series.put(of, latest);
        });
    }

    private Filed latest(String concept, Span span, List<Filed> filings) {
        int last = 0;
        for (int i = 1; i < filings.size(); i++) {
            last = filings.get(i).filed().isAfter(filings.get(last).filed()) ? i : last;
        }
        Filed latest = filings.get(last);
        for (int i = 0; i < filings.size(); i++) {
            Filed other = filings.get(i);
            boolean same = other.value().compareTo(latest.value()) == 0;
            if (!same && other.filed().equals(latest.filed())) {
                gathering.problem(
                        other.spot(),
                        concept,
                        other.value().toPlainString() + " of " + span + " was filed on the same day as "
                                + latest.value().toPlainString() + " in "
                                + latest.spot().text() + ". Take one of the two out.");
            } else if (i != last) {
                gathering.leaveOut(
                        other.spot(),
                        concept + ", " + span,
                        same ? "the same value in another filing" : "superseded by a later filing");
            }
        }
        return latest;
    }

    private void skip(JsonParser json, String field) throws IOException {
        gathering.note("'" + field + "' is not a field that is known, and was not read.");
        json.skipChildren();
    }

    private void requireObject(JsonParser json, String what) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw unexpected(json, "an object under '" + what + "'");
        }
    }

    private DataException unexpected(JsonParser json, String expected) throws IOException {
        return new DataException(
                spot(json).text(),
                "has '" + json.getText() + "' where " + expected
                        + " is expected. Give a file companyfacts/CIK….json of the SEC.");
    }

    // ---------------------------------------------------------------- what it says

    private Optional<Company> company() {
        Optional<Company> company = file.company().isPresent()
                ? file.company().flatMap(new Roster(dataset.companies().values())::byCode)
                : named();
        if (company.isEmpty()) {
            String sought = file.company().orElse(entity + " (CIK " + cik + ")");
            gathering.problem(
                    name,
                    "'" + sought + "' is not among the companies of the dataset. "
                            + (file.company().isPresent()
                                    ? Nearest.remedy(sought, dataset.companies().keySet(), "Add it to companies.csv.")
                                    : "Say which one it is with --company, or add it to companies.csv with 'SEC CIK "
                                            + cik + "' in its note."));
        }
        return company;
    }

    /** By the CIK in its note, or by its name without Corp., Inc. and the like. */
    private Optional<Company> named() {
        Pattern inNote = Pattern.compile("\\bCIK 0*" + Pattern.quote(cik) + "\\b");
        List<Company> found = dataset.companies().values().stream()
                .filter(company ->
                        !cik.isEmpty() && inNote.matcher(company.note()).find())
                .toList();
        if (found.isEmpty()) {
            found = dataset.companies().values().stream()
                    .filter(company -> bare(company.name()).equals(bare(entity)))
                    .toList();
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static String bare(String name) {
        return ENDINGS.matcher(name.toLowerCase(Locale.ROOT))
                .replaceAll("")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private void take(Company company) {
        FiscalPeriods periods = new FiscalPeriods(company.yearEnd().orElseGet(this::yearEnd));
        if (company.yearEnd().isEmpty()) {
            gathering.note("The fiscal year of " + company.id() + " is taken to end on "
                    + periods.yearEnd().toString().substring(2) + ", as the years in the file do.");
        }
        List<String> order = new ArrayList<>();
        indicators.names().forEach(order::add);
        Map<List<String>, String> stated = new HashMap<>();
        series.entrySet().stream()
                .sorted((one, other) -> Integer.compare(rank(order, one.getKey()), rank(order, other.getKey())))
                .forEach(one -> take(company, periods, one.getKey(), one.getValue(), stated));
    }

    /** The place of a concept in the table: of several for one fact, the first goes before the others. */
    private static int rank(List<String> order, Series series) {
        int index = order.indexOf(series.concept());
        return index < 0 ? order.size() : index;
    }

    /** On which most of the years in the file end. */
    private MonthDay yearEnd() {
        Map<MonthDay, Integer> ends = new LinkedHashMap<>();
        series.values()
                .forEach(filed -> filed.keySet()
                        .forEach(span -> span.start().ifPresent(start -> {
                            if (start.plusDays(350).isBefore(span.end())
                                    && start.plusDays(380).isAfter(span.end())) {
                                ends.merge(MonthDay.from(span.end()), 1, Integer::sum);
                            }
                        })));
        return ends.entrySet().stream()
                .max(Map.Entry.<MonthDay, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(MonthDay.of(12, 31));
    }

    private void take(
            Company company,
            FiscalPeriods periods,
            Series of,
            Map<Span, Filed> values,
            Map<List<String>, String> stated) {
        Tally tally = gathering.column(of.concept() + " [" + of.unit() + "]");
        Optional<Meaning> meaning = indicators.find(of.concept());
        if (meaning.isEmpty()) {
            tally.leftOut("a concept that is not known. To take one, say which fact it is in a mapping: {\"facts\": {\""
                    + "CostOfRevenue\": {\"fact\": \"cost-of-sales\", \"kind\": \"money\"}}}");
            return;
        }
        try {
            Stated example = Stated.of(meaning.get(), Period.NONE, of.unit());
            tally.as(meaning.get(), example.conversion(), "start and end");
        } catch (IllegalArgumentException e) {
            tally.leftOut("its unit does not fit: " + e.getMessage());
            return;
        }
        values.forEach((span, filed) -> {
            Optional<Period> period = period(meaning.get(), periods, span);
            if (period.isEmpty()) {
                gathering.leaveOut(filed.spot(), of.concept() + ", " + span, reason(meaning.get()));
                return;
            }
            String first = stated.putIfAbsent(
                    List.of(
                            meaning.get().fact(),
                            meaning.get().scope(),
                            period.get().toString()),
                    of.concept());
            if (first != null && !first.equals(of.concept())) {
                gathering.leaveOut(filed.spot(), of.concept() + ", " + span, "the fact is taken from " + first);
                return;
            }
            gathering.countTaken();
            gathering.take(
                    tally,
                    filed.spot(),
                    company,
                    Stated.of(meaning.get(), period.get(), of.unit()),
                    filed.value(),
                    filed.value().toPlainString());
        });
    }

    private static Optional<Period> period(Meaning meaning, FiscalPeriods periods, Span span) {
        if (meaning.timing() == Timing.DAY) {
            return span.start().isPresent() ? Optional.empty() : Optional.of(PeriodWords.day(span.end()));
        }
        return span.start().flatMap(start -> periods.between(start, span.end()));
    }

    private static String reason(Meaning meaning) {
        return meaning.timing() == Timing.DAY
                ? "over a period, where the fact is as of a day"
                : "neither a fiscal year of the company nor whole months";
    }
}
