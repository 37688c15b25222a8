package org.lodestone.reports.pack;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Edition;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;

/**
 * The numbers of a report under the words that a reader sees with them: every value of a table, and every share and growth of a
 * sentence that has its measure and year beside it.
 *
 * <p>It reads words and nothing else, so that it cannot know that two values are worked out in different ways.
 */
final class LabelledValues {

    /** A number as it is shown, and half of its last digit. */
    private record Number(double value, double half) {

        static Number of(MatchResult shown) {
            String decimals = shown.group(3) == null ? "" : shown.group(3);
            BigDecimal amount = new BigDecimal(shown.group(2).replace(",", "") + decimals);
            double half = amount.ulp().doubleValue() / 2;
            return new Number(shown.group(1).matches("[−-]") ? -amount.doubleValue() : amount.doubleValue(), half);
        }

        boolean differsFrom(Number other) {
            return Math.abs(value - other.value) > (half + other.half) * (1 + 1e-9);
        }
    }

    /**
     * A number with its words.
     *
     * @param label what it is of: subject, measure, quantity, period and unit, in one order however a page says them
     * @param qualifiers what else is said of it, such as its edition
     * @param core whether it stands on a page of the pack, and not on a sheet that the pages rest on
     * @param where page and words, for a message
     */
    private record Labelled(String label, Set<String> qualifiers, Number number, boolean core, String where) {

        /** Whether each of two says of itself what the other does not, so that a reader sees that they differ. */
        boolean tellsItselfFrom(Labelled other) {
            return !other.qualifiers.containsAll(qualifiers) && !qualifiers.containsAll(other.qualifiers);
        }

        boolean contradicts(Labelled other) {
            return (core || other.core) && number.differsFrom(other.number) && !tellsItselfFrom(other);
        }

        @Override
        public String toString() {
            return where;
        }
    }

    private static final Pattern YEAR = Pattern.compile("\\b((?:19|20)\\d\\d)E?\\b");

    /** A number as cells and sentences write it: sign, digits, decimals, and whether it is in percent. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.,–-])([−+-]?)(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?(?![\\w,]*\\d)(%?)(?!\\w)");

    /** Between the parts of a sentence that stand for themselves. */
    private static final Pattern CLAUSE = Pattern.compile("; |: |(?<=[a-z%\\d)])\\. ");

    /** A forecast, marked by an E after its year. */
    private static final Pattern FORECAST = Pattern.compile("\\b20\\d\\dE\\b");

    /** That a year is from the newest edition that has it. */
    private static final Pattern AS_REVISED = Pattern.compile("as last revised|newest edition that has");

    /** What tells two values of one label apart, besides an edition. */
    private static final Pattern QUALIFIER =
            words("split up", "countries as one", "within one edition", "newest edition that has");

    /** What a number can be of a measure; the first counts whose words stand beside it. */
    private static final ImmutableMap<String, Pattern> QUANTITIES = ImmutableMap.<String, Pattern>builder()
            .put("HHI", words("HHI"))
            .put("three largest", words("three largest \\(CR3\\)", "three largest"))
            .put("five largest", words("five largest \\(CR5\\)", "five largest"))
            .put("left", words("share left without the largest", "without it", "rest of world"))
            .put("mean growth", words("mean of its yearly rates", "mean of yearly rates"))
            .put("growth a year", words("(?:growth|grew|grows|fell|falls)[^;]* a year"))
            .put("growth", words("growth on the year", "growth", "grew", "grows", "fell", "falls", "on the year"))
            .put("life", words("life, years", "reserves last"))
            .put("rank", words("rank"))
            .put("share", words("its share", "shares?"))
            .build();

    /** Words that say nothing of what a value is, or that stand among the qualifiers. */
    private static final Pattern IDLE = words(
            "other countries split up",
            "other countries as one",
            "within one edition",
            "all other countries",
            "its?",
            "of",
            "the",
            "in",
            "by",
            "a",
            "an",
            "on",
            "and",
            "for",
            "from",
            "to",
            "with",
            "each",
            "sum",
            "rows?",
            "known",
            "world",
            "total",
            "countr(?:y|ies)");

    /** What can name the value of a row besides its label: a holder, a year. */
    private static final ImmutableSet<Column.Role> NAMING =
            ImmutableSet.of(Column.Role.WORDS, Column.Role.STRONG, Column.Role.WORD, Column.Role.SYMBOL);

    private final Model model;
    private final Values values;
    private final Names measures;
    private final Names stages;
    private final Names places;
    private final Names editions;
    private final Map<String, String> newest = new HashMap<>();
    private final List<Labelled> all = new ArrayList<>();

    private LabelledValues(Report report, Optional<Dataset> dataset) {
        this.model = report.model();
        this.values = model.values();
        this.measures = Names.of(dataset, one -> one.measures().values(), Measure::name);
        this.stages = Names.of(dataset, one -> one.chain().stages(), Stage::name);
        this.editions = Names.of(dataset, one -> one.editions().values(), Edition::name);
        this.places = Names.of(
                dataset,
                one -> Sets.union(
                        one.figures().stream()
                                .map(figure -> figure.place().name())
                                .filter(name -> !name.equals(Place.WORLD.name()))
                                .collect(Collectors.toSet()),
                        Set.of("All other countries")),
                name -> name);
        dataset.ifPresent(this::readEditions);
    }

    private void readEditions(Dataset dataset) {
        Function<Figure, Period> released = figure ->
                dataset.edition(figure.edition()).map(Edition::released).orElse(Period.year(1800));
        dataset.figures().stream()
                .sorted(Comparator.comparing(released))
                .forEach(figure -> newest.put(
                        figure.measure().name() + " " + figure.period(), dataset.editionName(figure.edition())));
    }

    /** The labels of the pages of a report, and of the sheets that they rest on. */
    static LabelledValues of(Report report, Optional<Dataset> dataset) {
        LabelledValues read = new LabelledValues(report, dataset);
        report.sections().stream()
                .filter(section -> !section.group().isHidden())
                .forEach(read::section);
        return read;
    }

    /** How many numbers of pages have a label. */
    long numbers() {
        return all.stream().filter(Labelled::core).count();
    }

    /** How many labels pages have. */
    long labels() {
        return all.stream()
                .filter(Labelled::core)
                .map(Labelled::label)
                .distinct()
                .count();
    }

    /** Each two values under the same words that differ, without saying both in what; one of them stands on a page. */
    ImmutableList<String> contradictions() {
        Map<String, List<Labelled>> byLabel =
                all.stream().collect(Collectors.groupingBy(Labelled::label, LinkedHashMap::new, Collectors.toList()));
        Set<String> told = new TreeSet<>();
        byLabel.forEach((label, some) -> {
            for (int i = 0; i < some.size(); i++) {
                for (Labelled before : some.subList(0, i)) {
                    if (some.get(i).contradicts(before)) {
                        told.add("[" + label + "] " + before + " but " + some.get(i));
                    }
                }
            }
        });
        return ImmutableList.copyOf(told);
    }

    // ---------------------------------------------------------------- pages

    private void section(Section section) {
        List<Exhibit> exhibits = section.allBlocks()
                .flatMap(block -> block.as(Exhibit.class).stream())
                .toList();
        String captions = exhibits.stream().map(Exhibit::caption).collect(Collectors.joining("; "));
        section.head().forEach(sentence -> sentence(section, sentence, captions));
        Set<Table> exhibited = new LinkedHashSet<>();
        for (Exhibit exhibit : exhibits) {
            boolean named = !measures.in(exhibit.caption()).isEmpty();
            sentence(section, exhibit.finding(), named ? exhibit.caption() : captions);
            exhibit.shown()
                    .as(Table.class)
                    .filter(exhibited::add)
                    .ifPresent(table -> table(section, exhibit.caption(), table));
        }
        section.allBlocks().forEach(block -> keyFigures(block).forEach(figure -> keyFigure(section, figure)));
        section.tables()
                .filter(table -> !exhibited.contains(table))
                .forEach(table -> table(section, table.heading(), table));
    }

    private static List<Block.KeyFigure> keyFigures(Block block) {
        return block.fold(new Block.Cases<>(
                Block.KeyFigures::figures,
                selector -> ImmutableList.of(),
                prose -> ImmutableList.of(),
                charts -> ImmutableList.of(),
                exhibit -> ImmutableList.of(),
                pair -> ImmutableList.of(),
                table -> ImmutableList.of(),
                longTable -> ImmutableList.of()));
    }

    private void keyFigure(Section section, Block.KeyFigure figure) {
        if (values.number(figure.key()).isPresent()) {
            String text = figure.shown().text(values.of(figure.key()));
            value(section, "", Set.of(), figure.label(), figure.remark().text(values), "", text);
        }
    }

    // ---------------------------------------------------------------- tables

    private void table(Section section, String caption, Table table) {
        List<String> above = new ArrayList<>();
        String group = "";
        for (Row row : table.rows()) {
            if (row.kind() == Row.Kind.GROUP) {
                group = " " + row.texts(values).get(0);
            } else {
                row(section, caption + group, table, row, above);
            }
        }
    }

    /** @param above the labels of the row above, which stand for those that a row leaves out, and before those set in */
    private void row(Section section, String caption, Table table, Row row, List<String> above) {
        List<String> texts = row.texts(values);
        Set<String> sources = sources(row);
        StringBuilder label = new StringBuilder();
        String unit = "";
        boolean leading = true;
        for (int i = 0; i < texts.size(); i++) {
            Column column = table.columns().get(i);
            String text = texts.get(i);
            boolean names = i == 0 || column.role() == Column.Role.LABEL;
            if (leading && names) {
                boolean whole = !text.isEmpty() && !text.startsWith(" ");
                if (above.size() <= i) {
                    above.add("");
                }
                text = whole ? text : above.get(i) + text;
                if (whole) {
                    above.set(i, text);
                }
            }
            leading &= text.isEmpty() || names;
            if (column.role() == Column.Role.VALUE && i > 0) {
                if (isNumber(row.cells().get(i))) {
                    value(section, caption, sources, label.toString(), heading(table, i), unit, text);
                }
            } else if (column.role() == Column.Role.UNIT
                    && !isNumber(row.cells().get(i))) {
                unit = text;
            } else if (names || NAMING.contains(column.role())) {
                label.append(' ').append(text);
            }
        }
    }

    /** The sources that a row names: they tell what it shows from what another source prints. */
    private Set<String> sources(Row row) {
        return row.cites().findAny().isEmpty()
                ? ImmutableSet.of()
                : row.values()
                        .flatMap(value -> model.content(value.key()).citedSources().stream())
                        .collect(Collectors.toSet());
    }

    /** The words over a column; after those over one before it, where several of the table are called alike. */
    private String heading(Table table, int column) {
        String header = table.header(table.columns().get(column), values);
        for (int i = column; i > 0; i--) {
            Column before = table.columns().get(i);
            long alike = table.columns().stream()
                    .filter(one -> table.header(one, values).equals(table.header(before, values)))
                    .count();
            if (alike == 1 && before.role() == Column.Role.VALUE) {
                return i == column ? header : table.header(before, values) + " " + header;
            }
        }
        return header;
    }

    private boolean isNumber(Cell cell) {
        return cell.fold(new Cell.Cases<>(
                value -> values.number(value.key()).isPresent(),
                words -> false,
                cites -> false,
                uses -> false,
                goTo -> false,
                web -> false,
                blank -> false));
    }

    private void value(
            Section section,
            String caption,
            Set<String> sources,
            String row,
            String header,
            String unitOfRow,
            String text) {
        Matcher number = NUMBER.matcher(text);
        if (!number.find()) {
            return;
        }
        String words = row + " | " + header;
        String unit = !number.group(4).isEmpty() ? "%" : unitOfRow.isEmpty() ? afterComma(header) : unitOfRow;
        Set<String> measured = measures.in(words).isEmpty() ? measures.in(caption) : measures.in(words);
        Set<String> years = years(words);
        String quantity = quantity(words)
                .or(() -> quantity(caption))
                .filter(one -> !one.equals("share") || unit.equals("%"))
                .orElse("");
        add(
                section,
                words,
                label(places.in(words), measured, quantity, years, unit, rest(words, unit)),
                Sets.union(sources, qualifiers(words + " " + caption, measured, years)),
                number);
    }

    private static String afterComma(String header) {
        int comma = header.lastIndexOf(", ");
        return comma < 0 ? "" : header.substring(comma + 2);
    }

    /** What words say besides place, measure, quantity, year and unit. */
    private String rest(String words, String unit) {
        String rest = places.leftOf(measures.leftOf(editions.leftOf(words)));
        if (!measures.in(words).isEmpty()) {
            rest = stages.leftOf(rest);
        }
        for (Pattern quantity : QUANTITIES.values()) {
            rest = quantity.matcher(rest).replaceAll(" ");
        }
        rest = YEAR.matcher(rest).replaceAll(" ");
        rest = unit.isEmpty() ? rest : rest.replace(unit, " ");
        rest = IDLE.matcher(rest).replaceAll(" ");
        String[] left = rest.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d%+−≥.]+");
        return String.join(" ", new TreeSet<>(Arrays.asList(left))).strip();
    }

    // ---------------------------------------------------------------- sentences

    private void sentence(Section section, Block.Sentence sentence, String captions) {
        for (String clause : CLAUSE.split(sentence.text(values))) {
            clause(section, clause, measures.in(captions));
        }
    }

    /** The shares and growths of a clause, each with the one measure and year that it can be of. */
    private void clause(Section section, String clause, Set<String> ofPage) {
        List<MatchResult> numbers = NUMBER.matcher(clause)
                .results()
                .filter(number -> !YEAR.matcher(number.group()).matches())
                .toList();
        Set<String> named = measures.in(clause);
        for (int i = 0; i < numbers.size(); i++) {
            MatchResult number = numbers.get(i);
            int next = i + 1 == numbers.size()
                    ? clause.length()
                    : numbers.get(i + 1).start();
            String before = clause.substring(i == 0 ? 0 : numbers.get(i - 1).end(), number.start());
            String after = clause.substring(number.end(), next);
            boolean has = before.matches("(?s).*\\b(has|have|after) $|^ and $");
            Optional<String> quantity =
                    quantity(before + " # " + after).or(() -> has ? Optional.of("share") : Optional.empty());
            Set<String> years = yearsOf(quantity.orElse(""), clause, after, numbers.size());
            Set<String> measure = named.isEmpty() ? ofPage : named.size() == 1 ? named : measures.in(after);
            Set<String> who = places.in(clause);
            boolean plain = !number.group(4).isEmpty()
                    && quantity.isPresent()
                    && measure.size() == 1
                    && who.size() < 2
                    && !years.isEmpty();
            if (plain) {
                boolean isShare = quantity.get().equals("share");
                String among = clause.contains("with a figure in every year") ? "among those known throughout" : "";
                add(
                        section,
                        clause,
                        label(isShare ? who : Set.of(), measure, quantity.get(), years, "%", among),
                        qualifiers(clause, measure, years),
                        number);
            }
        }
    }

    /** The years that a number of a clause is of; none where it may be of one or another. */
    private Set<String> yearsOf(String quantity, String clause, String after, int numbers) {
        Set<String> inClause = years(clause);
        if (quantity.equals("growth a year") || quantity.equals("mean growth")) {
            return numbers == 1 ? inClause : Set.of();
        }
        Set<String> first = years(after).stream().limit(1).collect(Collectors.toSet());
        boolean listed = quantity.equals("share") || numbers == 1;
        return first.isEmpty() && listed && inClause.size() == 1 ? inClause : first;
    }

    // ---------------------------------------------------------------- words

    private void add(Section section, String words, String label, Set<String> qualifiers, MatchResult number) {
        String where = section.name() + ": “" + words.strip().replaceAll("\\s+", " ") + "” " + number.group();
        all.add(new Labelled(
                label,
                ImmutableSet.copyOf(qualifiers),
                Number.of(number),
                section.group().isCore(),
                where));
    }

    private static String label(
            Set<String> places, Set<String> measures, String quantity, Set<String> years, String unit, String rest) {
        return String.join(" | ", sorted(places), sorted(measures), quantity, sorted(years), unit, rest);
    }

    private static String sorted(Collection<String> names) {
        return String.join(", ", new TreeSet<>(names));
    }

    private static Optional<String> quantity(String words) {
        return QUANTITIES.entrySet().stream()
                .filter(one -> one.getValue().matcher(words).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Set<String> qualifiers(String words, Set<String> measured, Set<String> years) {
        Set<String> said = new LinkedHashSet<>(editions.in(words));
        QUALIFIER
                .matcher(words)
                .results()
                .forEach(match -> said.add(match.group().toLowerCase(Locale.ROOT)));
        if (FORECAST.matcher(words).find()) {
            said.add("forecast");
        } else if (AS_REVISED.matcher(words).find() && measured.size() == 1 && years.size() == 1) {
            Optional.ofNullable(newest.get(sorted(measured) + " " + sorted(years)))
                    .ifPresent(said::add);
        }
        return said;
    }

    /** The years of words, without those of editions. */
    private Set<String> years(String words) {
        return YEAR.matcher(editions.leftOf(words))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Pattern words(String... alternatives) {
        return Pattern.compile("(?i)(?<!\\w)(?:" + String.join("|", alternatives) + ")(?!\\w)");
    }

    /** Names that stand in texts, the longest first, so that no part of one is taken for another. */
    private record Names(ImmutableMap<String, Pattern> patterns) {

        static <T> Names of(
                Optional<Dataset> dataset, Function<Dataset, ? extends Collection<T>> items, Function<T, String> name) {
            ImmutableMap.Builder<String, Pattern> patterns = ImmutableMap.builder();
            dataset.stream()
                    .flatMap(one -> items.apply(one).stream())
                    .map(name)
                    .distinct()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .forEach(one -> patterns.put(one, words(Pattern.quote(one))));
            return new Names(patterns.buildOrThrow());
        }

        Set<String> in(String text) {
            Set<String> found = new LinkedHashSet<>();
            strip(text, found);
            return found;
        }

        String leftOf(String text) {
            return strip(text, new LinkedHashSet<>());
        }

        private String strip(String text, Set<String> found) {
            String left = text;
            for (Map.Entry<String, Pattern> name : patterns.entrySet()) {
                Matcher matcher = name.getValue().matcher(left);
                if (matcher.find()) {
                    found.add(name.getKey());
                    left = matcher.replaceAll(" ");
                }
            }
            return left;
        }
    }
}
