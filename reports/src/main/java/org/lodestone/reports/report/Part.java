package org.lodestone.reports.report;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quantity.Unit;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Units;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;

/**
 * The contribution of an analysis to a report: sections of its own, and what others show of it.
 *
 * <p>Front page, Control and Checks are made of what parts bring, and know no analysis by name. Every key that a part names is in
 * its model, or in that of a part it is added to.
 *
 * <p>A part of one's own begins with its sheet. What is calculated for it has its name before its own, so that it means nothing
 * else in the pack:
 *
 * <pre>
 * Part.Builder part = Part.titled("Outside China", "Who else mines rare earths", mined.model());
 * Key sum = part.calculated("mined", sum(span(others, amount)));
 * Function&lt;Place, Key&gt; share = part.calculated("share", others, place -&gt; amount.apply(place).over(sum));
 * part.table(Table.of("Mine production outside China", others).label("Country", Place::name).value("Share", PERCENT, share))
 *         .title("Others mined {sum:0} t REO", words().with("sum", sum))
 *         .finding("Outside China", "Others mined {sum:0} t REO.", words().with("sum", sum))
 *         .check("Shares outside China sum to one", sum(span(others, share)).rounded(6).isEqualTo(ONE));
 * Report report = ResearchPack.of(dataset).with(part.build()).report();
 * </pre>
 *
 * @param keyFigures a few numbers to see first, at the top of the front page: those on the state of the workbook, such as the scenario
 *     shown, and others where there is room
 * @param findings steps of the argument, on the front page
 * @param panels exhibits and tables of the front page
 * @param dates what is due, on the front page and on Dates
 * @param unknown what published figures do not say, in words that follow "Not known:"
 * @param checks what must hold, on the sheet of checks
 * @param control what a reader may pick, change and watch, on the sheet Control
 */
public record Part(
        ImmutableList<Section> sections,
        Model model,
        ImmutableList<Block.KeyFigure> keyFigures,
        ImmutableList<Finding> findings,
        ImmutableList<Panel> panels,
        ImmutableList<DateToWatch> dates,
        ImmutableList<Block.Sentence> unknown,
        ImmutableList<Check> checks,
        Control control) {

    /** Sections of which others show nothing. */
    public Part(ImmutableList<Section> sections, Model model) {
        this(sections, new Builder(Model.builder()).build(), model);
    }

    private Part(ImmutableList<Section> sections, Part shown, Model model) {
        this(
                sections,
                model,
                shown.keyFigures,
                shown.findings,
                shown.panels,
                shown.dates,
                shown.unknown,
                shown.checks,
                shown.control);
    }

    /** The part as a workbook or a notebook shows it: a long table that does not stand alone is one whose values the model has. */
    public Part laidOut() {
        if (sections.stream().noneMatch(Section::isToLayOut)) {
            return this;
        }
        Model.Builder whole = Model.builder().include(model);
        ImmutableList<Section> laid =
                sections.stream().map(section -> section.laidOut(whole)).collect(toImmutableList());
        return new Part(laid, this, whole.build());
    }

    /** A section of which others show nothing. */
    public static Part of(Section section, Model model) {
        return new Part(ImmutableList.of(section), model);
    }

    /**
     * A part in the making.
     *
     * @param model takes the keys of what is added; it is built when the part is
     */
    public static Builder builder(Model.Builder model) {
        return new Builder(model);
    }

    /**
     * A part of one's own in the making, which has a page behind those of the library.
     *
     * @param name a word or two: the sheet's name, which comes before those of its values
     * @param title what stands there; {@link Builder#title} takes what it finds, with live numbers, in its place
     * @param models what stands behind the keys that it starts from: those of analyses
     */
    public static Builder titled(String name, String title, Model... models) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A part needs a name: a word or two, which is the name of its sheet.");
        }
        Model.Builder model = Model.builder().include(Definitions.MODEL);
        for (Model one : models) {
            model.include(one);
        }
        Builder builder = new Builder(model);
        builder.own = Optional.of(Section.page(
                name, Section.Group.OWN, Block.Sentence.plain(title), Block.Sentence.plain(""), ImmutableList.of()));
        return builder;
    }

    /** The contents of both, one after the other. */
    public Part plus(Part next) {
        return new Part(
                both(sections, next.sections),
                model.plus(next.model),
                both(keyFigures, next.keyFigures),
                both(findings, next.findings),
                both(panels, next.panels),
                both(dates, next.dates),
                both(unknown, next.unknown),
                both(checks, next.checks),
                control.plus(next.control));
    }

    /** The part without its backup: what other sheets show of it stays. */
    public Part withoutBackup() {
        return new Part(
                sections.stream()
                        .filter(section -> section.group() != Section.Group.BACKUP)
                        .collect(toImmutableList()),
                this,
                model);
    }

    /** The part with each of its sections changed. */
    public Part withSections(UnaryOperator<Section> change) {
        return new Part(sections.stream().map(change).collect(ImmutableList.toImmutableList()), this, model);
    }

    static <T> ImmutableList<T> both(ImmutableList<T> first, ImmutableList<T> second) {
        return ImmutableList.<T>builder().addAll(first).addAll(second).build();
    }

    @Override
    public String toString() {
        return OneLine.of(
                OneLine.joined(
                        "part of a pack", sections.stream().map(Section::name).toList()),
                OneLine.some(sections.stream().flatMap(Section::tables).count(), "table"),
                OneLine.some(sections.stream().flatMap(Section::charts).count(), "chart"),
                OneLine.some(findings.size(), "finding"),
                OneLine.some(checks.size(), "check"));
    }

    /** A part in the making. */
    public static final class Builder {

        private final Model.Builder model;
        private final ImmutableList.Builder<Section> sections = ImmutableList.builder();
        private final ImmutableList.Builder<Block.KeyFigure> keyFigures = ImmutableList.builder();
        private final ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        private final ImmutableList.Builder<Panel> panels = ImmutableList.builder();
        private final ImmutableList.Builder<DateToWatch> dates = ImmutableList.builder();
        private final ImmutableList.Builder<Block.Sentence> unknown = ImmutableList.builder();
        private final ImmutableList.Builder<Check> checks = ImmutableList.builder();
        private final ImmutableList.Builder<Block.Selector> choices = ImmutableList.builder();
        private final ImmutableList.Builder<Control.Lever> levers = ImmutableList.builder();
        private final ImmutableList.Builder<Control.Headline> headlines = ImmutableList.builder();
        private final List<Block> blocks = new ArrayList<>();
        private final List<Assumed> assumed = new ArrayList<>();
        private final Map<Key, Formula> calculated = new HashMap<>();
        private Optional<Section> own = Optional.empty();

        /** An assumption of a user's own, and why it is so. */
        private record Assumed(String what, Unit unit, Key key, String reason) {}

        private Builder(Model.Builder model) {
            this.model = model;
        }

        // ------------------------------------------------------------ a page of one's own

        /** The page that was begun. Throws if none was. */
        private Section own() {
            return own.orElseThrow(() -> new IllegalStateException(
                    "The part has no page of its own to add to. Begin it with Part.titled, or give it a section."));
        }

        private Term term(String what) {
            return Term.of(own().name()).sub(what);
        }

        /** Puts its page among the backup, which takes tables of any width and is left out where only the pages are asked for. */
        public Builder asBackup() {
            own = Optional.of(own().in(Section.Group.BACKUP));
            return this;
        }

        /** Gives it a finding for its title, a {@linkplain Wording template} over numbers such as those calculated for the part. */
        public Builder title(String template, Wording words) {
            Section page = own();
            own = Optional.of(page.withTitle(Block.Sentence.live(calculated("title", said(template, words)))));
            return this;
        }

        /** Puts a sentence or two under its title. */
        public Builder standfirst(String words) {
            own = Optional.of(own().withStandfirst(Block.Sentence.plain(words)));
            return this;
        }

        /** A value that is calculated, which its name tells from others of this part. */
        public Key calculated(String what, Formula formula) {
            return calculated(term(what).key(), formula);
        }

        /** A value that is calculated for each of some items, by an item: these are told apart by their words. */
        public <T> Function<T, Key> calculated(String what, List<T> items, Function<? super T, Formula> formula) {
            return each(what, items, (key, item) -> calculated(key, formula.apply(item)));
        }

        private Key calculated(Key key, Formula formula) {
            calculated.put(key, formula);
            return model.calculation(key, formula);
        }

        /** A sentence, which says as much as is known where an amount that it sums is not. */
        private Formula said(String template, Wording words) {
            return KnownAmounts.say(template, words, calculated);
        }

        /** A figure of each of some items, as rows of a table of one's own have them, by an item. */
        public <T> Function<T, Key> figures(
                String what,
                List<T> items,
                Function<? super T, Observation> amount,
                Function<? super T, Unit> unit,
                Function<? super T, Citation> citation) {
            return each(
                    what,
                    items,
                    (key, item) -> model.figure(
                            key, Value.of(amount.apply(item)), ValueUnit.of(unit.apply(item)), citation.apply(item)));
        }

        private <T> Function<T, Key> each(String what, List<T> items, BiConsumer<Key, T> put) {
            Term term = term(what);
            Function<T, Key> key = item -> term.of(Subject.of(item.toString()));
            Set<Key> seen = new HashSet<>();
            for (T item : items) {
                if (!seen.add(key.apply(item))) {
                    throw new IllegalArgumentException(
                            "Two of the items of '" + term + "' are called '" + item
                                    + "', and are told apart by their words. Leave one out, or let toString() tell them apart.");
                }
                put.accept(key.apply(item), item);
            }
            return key;
        }

        /**
         * A number of the analyst's, which may be typed over, with the reason for it. The page lists them in a table at its end.
         *
         * @throws IllegalArgumentException if there is no reason
         */
        public Key assumed(String what, double amount, Unit unit, String reason) {
            if (reason.isBlank()) {
                throw new IllegalArgumentException(
                        "The assumption '" + what + "' has no reason. Say in a sentence why it is so.");
            }
            Key key = model.assumption(term(what).key(), Value.of(amount), ValueUnit.of(unit), reason);
            assumed.add(new Assumed(what, unit, key, reason));
            return key;
        }

        /** Adds a table to the page. */
        public Builder table(Table.ListBuilder<?> table) {
            return block(table.build());
        }

        /** Adds a table over years to the page. */
        public Builder table(Table.YearBuilder table) {
            return block(table.build());
        }

        /** Adds a chart to the page, as an exhibit whose finding is its title. */
        public Builder chart(Chart.Builder chart) {
            Chart drawn = chart.build();
            return block(Exhibit.of(Block.Sentence.plain(drawn.title()), drawn.unit(), drawn));
        }

        /** Adds anything else to the page: sentences, a table over years, an exhibit with notes. */
        public Builder block(Block block) {
            own();
            blocks.add(block);
            return this;
        }

        /**
         * A step of the argument that reads on at the page, with a {@linkplain Wording template} for its finding; the words of the
         * step are the id by which a text under study names it. Where an amount that it sums is not known, it says the sum of those
         * that are, and how many these are, unless the template has other words for that.
         *
         * <p>The front page has five steps, the heaviest first. Findings of one's own are among them, in place of the lightest of
         * the library. This one has the weight 0 and stands last; {@link #finding(Finding)} takes one with another weight.
         */
        public Builder finding(String step, String template, Wording words) {
            return finding(Finding.of(
                            step, step, Block.Sentence.live(calculated("finding: " + step, said(template, words))))
                    .withReadOn(own().name()));
        }

        /** Something that must hold if the report is sound. */
        public Builder check(String name, Formula holds) {
            return check(Check.that(model, name, holds));
        }

        /** The page with its blocks and assumptions. */
        private Section page(Section begun) {
            List<Block> all = new ArrayList<>(blocks);
            if (!assumed.isEmpty()) {
                all.add(Table.of("Assumptions", assumed)
                        .label("Assumption", Assumed::what)
                        .unit(one -> one.unit().toString())
                        .value("Value", Shown.AS_IS, Assumed::key)
                        .prose("Why", Assumed::reason)
                        .build());
            }
            return begun.withBlocks(all.stream()
                    .map(block -> block.as(Table.class)
                            .<Block>map(table -> table.ofOwn(begun.name()))
                            .orElse(block))
                    .toList());
        }

        // ------------------------------------------------------------ anything a part may bring

        /** Adds a sheet. */
        public Builder section(Section section) {
            sections.add(section);
            return this;
        }

        /** A word or number on the state of the workbook. */
        public Builder status(String label, Key key) {
            return keyFigure(Block.KeyFigure.state(label, key, false));
        }

        /** A word on the state of the workbook that a reader must not miss. */
        public Builder warning(String label, Key key) {
            return keyFigure(Block.KeyFigure.state(label, key, true));
        }

        /** Adds a number to see first, at the top of the front page. */
        public Builder keyFigure(Block.KeyFigure keyFigure) {
            keyFigures.add(keyFigure);
            return this;
        }

        /**
         * Adds a step of the argument, on the front page. It has five steps, the heaviest first, and those of a user's own parts
         * take the places of the lightest of the library.
         */
        public Builder finding(Finding finding) {
            findings.add(finding);
            return this;
        }

        /**
         * Adds an exhibit, or a table with its heading, for a place of the front page, where the heaviest of several
         * stands.
         */
        public Builder panel(Panel.Place place, int weight, Block block) {
            panels.add(new Panel(block, place, weight));
            return this;
        }

        /** Adds something that is due, on the front page and on Dates. */
        public Builder date(DateToWatch date) {
            dates.add(date);
            return this;
        }

        /** Adds a gap in published figures, in words that follow "Not known:". */
        public Builder unknown(Block.Sentence what) {
            unknown.add(what);
            return this;
        }

        /** Adds something that must hold, on the sheet of checks. */
        public Builder check(Check check) {
            checks.add(check);
            return this;
        }

        /** Adds a choice to the sheet Control. */
        public Builder control(Block.Selector control) {
            choices.add(control);
            return this;
        }

        /** Adds an assumption that a reader may change on the sheet Control. */
        public Builder lever(Control.Lever lever) {
            levers.add(lever);
            return this;
        }

        /** Adds a result that is watched on the sheet Control. */
        public Builder headline(Control.Headline headline) {
            headlines.add(headline);
            return this;
        }

        /** The part, with its own page last among its sections. */
        public Part build() {
            ImmutableList.Builder<Section> all =
                    ImmutableList.<Section>builder().addAll(sections.build());
            own.map(this::page).ifPresent(all::add);
            Model built = model.build();
            if (own.isPresent()) {
                Units.require(built);
            }
            return new Part(
                    all.build(),
                    built,
                    keyFigures.build(),
                    findings.build(),
                    panels.build(),
                    dates.build(),
                    unknown.build(),
                    checks.build(),
                    new Control(choices.build(), levers.build(), headlines.build()));
        }
    }

    /**
     * An exhibit or table that a part shows on the front page beside the argument.
     *
     * @param block an exhibit, or a table with its heading
     * @param place where it stands
     * @param weight of several for one place the heaviest stand there
     */
    public record Panel(Block block, Place place, int weight) {

        /** The panels that parts bring for a place, the heaviest first. */
        public static ImmutableList<Panel> of(List<Part> parts, Place place) {
            return parts.stream()
                    .flatMap(part -> part.panels().stream())
                    .filter(panel -> panel.place() == place)
                    .sorted(Comparator.comparingInt(Panel::weight).reversed())
                    .collect(toImmutableList());
        }

        /** Where something stands on the front page, or on another that is made of what parts bring. */
        public enum Place {
            /** One of two exhibits side by side, each half a page wide. */
            EXHIBIT,
            /** A table over the whole width, such as the names that stand to benefit. */
            TABLE,
            /** A table on the sheet Control beside what is typed there, such as who gains from it. */
            CONTROL,
            /** A line under that table, such as the price that shares imply. */
            LINE,
            /** Changes that would turn the finding: half a page wide, beside the next dates. */
            TURN,
            /** Rules in force, half a page wide beside the dates on their page. */
            DATES,
            /** An exhibit of a note for which the front page has no room. */
            NOTE
        }
    }
}
