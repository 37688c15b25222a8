package org.lodestone.reports.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.function.UnaryOperator;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;

/**
 * The contribution of an analysis to a report: sections of its own, and what others show of it.
 *
 * <p>Front page, Control and Checks are made of what parts bring, and know no analysis by name. Every key that a part names is in
 * its model, or in that of a part it is added to.
 *
 * <pre>
 * Part.builder(model)
 *         .section(section)
 *         .finding(Finding.of("licences", "Exports need a licence", sentence))
 *         .check(Check.that(model, "Every licence has a date", dated))
 *         .build()
 * </pre>
 *
 * @param status words or numbers on the state of the workbook, such as the scenario shown, at the top of the front page
 * @param keyFigures a few numbers to see first, at the top of the front page where there is room
 * @param findings steps of the argument, on the front page
 * @param statements what a text under study says, by the id of the finding that answers it, beside that finding
 * @param lead a sentence under the title of the front page
 * @param panels exhibits and tables of the front page
 * @param dates what is due, on the front page and on Dates
 * @param unknown what published figures do not say, in words that follow "Not known:"
 * @param checks what must hold, on the sheet of checks
 * @param controls what a reader may pick, on the sheet Control
 * @param levers what a reader may change there
 * @param headlines the results that are watched there
 */
public record Part(
        ImmutableList<Section> sections,
        Model model,
        ImmutableList<Block.KeyFigure> status,
        ImmutableList<Block.KeyFigure> keyFigures,
        ImmutableList<Finding> findings,
        ImmutableListMultimap<String, String> statements,
        ImmutableList<Block.Sentence> lead,
        ImmutableList<Panel> panels,
        ImmutableList<DateToWatch> dates,
        ImmutableList<Block.Sentence> unknown,
        ImmutableList<Check> checks,
        ImmutableList<Block.Selector> controls,
        ImmutableList<LeverRow> levers,
        ImmutableList<Headline> headlines) {

    /** Sections of which others show nothing. */
    public Part(ImmutableList<Section> sections, Model model) {
        this(sections, new Builder(Model.builder()).build(), model);
    }

    private Part(ImmutableList<Section> sections, Part shown, Model model) {
        this(
                sections,
                model,
                shown.status,
                shown.keyFigures,
                shown.findings,
                shown.statements,
                shown.lead,
                shown.panels,
                shown.dates,
                shown.unknown,
                shown.checks,
                shown.controls,
                shown.levers,
                shown.headlines);
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

    /** The contents of both, one after the other. */
    public Part plus(Part next) {
        return new Part(
                both(sections, next.sections),
                model.plus(next.model),
                both(status, next.status),
                both(keyFigures, next.keyFigures),
                both(findings, next.findings),
                ImmutableListMultimap.<String, String>builder()
                        .putAll(statements)
                        .putAll(next.statements)
                        .build(),
                both(lead, next.lead),
                both(panels, next.panels),
                both(dates, next.dates),
                both(unknown, next.unknown),
                both(checks, next.checks),
                both(controls, next.controls),
                both(levers, next.levers),
                both(headlines, next.headlines));
    }

    /** The part with each of its sections changed. */
    public Part withSections(UnaryOperator<Section> change) {
        return new Part(sections.stream().map(change).collect(ImmutableList.toImmutableList()), this, model);
    }

    private static <T> ImmutableList<T> both(ImmutableList<T> first, ImmutableList<T> second) {
        return ImmutableList.<T>builder().addAll(first).addAll(second).build();
    }

    /** A part in the making. */
    public static final class Builder {

        private final Model.Builder model;
        private final ImmutableList.Builder<Section> sections = ImmutableList.builder();
        private final ImmutableList.Builder<Block.KeyFigure> status = ImmutableList.builder();
        private final ImmutableList.Builder<Block.KeyFigure> keyFigures = ImmutableList.builder();
        private final ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        private final ImmutableListMultimap.Builder<String, String> statements = ImmutableListMultimap.builder();
        private final ImmutableList.Builder<Block.Sentence> lead = ImmutableList.builder();
        private final ImmutableList.Builder<Panel> panels = ImmutableList.builder();
        private final ImmutableList.Builder<DateToWatch> dates = ImmutableList.builder();
        private final ImmutableList.Builder<Block.Sentence> unknown = ImmutableList.builder();
        private final ImmutableList.Builder<Check> checks = ImmutableList.builder();
        private final ImmutableList.Builder<Block.Selector> controls = ImmutableList.builder();
        private final ImmutableList.Builder<LeverRow> levers = ImmutableList.builder();
        private final ImmutableList.Builder<Headline> headlines = ImmutableList.builder();

        private Builder(Model.Builder model) {
            this.model = model;
        }

        public Builder section(Section section) {
            sections.add(section);
            return this;
        }

        /** A word or number on the state of the workbook. */
        public Builder status(String label, Key key) {
            status.add(new Block.KeyFigure(label, key, Shown.TEXT, ""));
            return this;
        }

        /** A word on the state of the workbook that a reader must not miss. */
        public Builder warning(String label, Key key) {
            status.add(new Block.KeyFigure(label, key, Shown.TEXT, Block.Sentence.plain(""), true));
            return this;
        }

        public Builder keyFigure(Block.KeyFigure keyFigure) {
            keyFigures.add(keyFigure);
            return this;
        }

        public Builder finding(Finding finding) {
            findings.add(finding);
            return this;
        }

        /** Adds a statement of a text under study, and the id of the finding that answers it. */
        public Builder statement(String finding, String said) {
            statements.put(finding, said);
            return this;
        }

        public Builder lead(Block.Sentence sentence) {
            lead.add(sentence);
            return this;
        }

        public Builder panel(Panel.Place place, int weight, Block block) {
            panels.add(new Panel(block, place, weight));
            return this;
        }

        public Builder date(DateToWatch date) {
            dates.add(date);
            return this;
        }

        /** Adds a gap in published figures, in words that follow "Not known:". */
        public Builder unknown(Block.Sentence what) {
            unknown.add(what);
            return this;
        }

        public Builder check(Check check) {
            checks.add(check);
            return this;
        }

        public Builder control(Block.Selector control) {
            controls.add(control);
            return this;
        }

        public Builder lever(LeverRow lever) {
            levers.add(lever);
            return this;
        }

        public Builder headline(Headline headline) {
            headlines.add(headline);
            return this;
        }

        public Part build() {
            return new Part(
                    sections.build(),
                    model.build(),
                    status.build(),
                    keyFigures.build(),
                    findings.build(),
                    statements.build(),
                    lead.build(),
                    panels.build(),
                    dates.build(),
                    unknown.build(),
                    checks.build(),
                    controls.build(),
                    levers.build(),
                    headlines.build());
        }
    }
}
