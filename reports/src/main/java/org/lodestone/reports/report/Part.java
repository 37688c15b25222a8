package org.lodestone.reports.report;

import com.google.common.collect.ImmutableList;
import java.util.function.UnaryOperator;
import org.lodestone.reports.formula.Model;

/**
 * What an analysis contributes to a report: sections of its own, and what others show of it.
 *
 * <p>Cover, Summary and Checks are made of what parts bring, and know no analysis by name. Every key that a part names is in
 * its model, or in that of a part it is added to.
 *
 * <pre>
 * Part.builder(model)
 *         .section(section)
 *         .finding(Finding.of("What the licences say", sentence))
 *         .check(Check.that(model, "Every licence has a date", dated))
 *         .build()
 * </pre>
 *
 * @param keyFigures a few numbers to see first, on the cover
 * @param findings steps of the argument, on the summary
 * @param dates what is due, on the summary
 * @param exhibits tables and charts that show the argument at a glance, on the summary
 * @param checks what must hold, on the sheet of checks
 * @param controls what a reader may pick, on the sheet Control
 * @param levers what a reader may change there
 * @param headlines the results that are watched there
 */
public record Part(
        ImmutableList<Section> sections,
        Model model,
        ImmutableList<Block.KeyFigure> keyFigures,
        ImmutableList<Finding> findings,
        ImmutableList<DateToWatch> dates,
        ImmutableList<Block> exhibits,
        ImmutableList<Check> checks,
        ImmutableList<Block.Selector> controls,
        ImmutableList<LeverRow> levers,
        ImmutableList<Headline> headlines) {

    /** Sections of which others show nothing. */
    public Part(ImmutableList<Section> sections, Model model) {
        this(
                sections,
                model,
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of());
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

    /** What both bring, one after the other. */
    public Part plus(Part next) {
        return new Part(
                both(sections, next.sections),
                model.plus(next.model),
                both(keyFigures, next.keyFigures),
                both(findings, next.findings),
                both(dates, next.dates),
                both(exhibits, next.exhibits),
                both(checks, next.checks),
                both(controls, next.controls),
                both(levers, next.levers),
                both(headlines, next.headlines));
    }

    /** The part with each of its sections changed. */
    public Part withSections(UnaryOperator<Section> change) {
        return new Part(
                sections.stream().map(change).collect(ImmutableList.toImmutableList()),
                model,
                keyFigures,
                findings,
                dates,
                exhibits,
                checks,
                controls,
                levers,
                headlines);
    }

    private static <T> ImmutableList<T> both(ImmutableList<T> first, ImmutableList<T> second) {
        return ImmutableList.<T>builder().addAll(first).addAll(second).build();
    }

    /** A part in the making. */
    public static final class Builder {

        private final Model.Builder model;
        private final ImmutableList.Builder<Section> sections = ImmutableList.builder();
        private final ImmutableList.Builder<Block.KeyFigure> keyFigures = ImmutableList.builder();
        private final ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        private final ImmutableList.Builder<DateToWatch> dates = ImmutableList.builder();
        private final ImmutableList.Builder<Block> exhibits = ImmutableList.builder();
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

        public Builder keyFigure(Block.KeyFigure keyFigure) {
            keyFigures.add(keyFigure);
            return this;
        }

        public Builder finding(Finding finding) {
            findings.add(finding);
            return this;
        }

        public Builder date(DateToWatch date) {
            dates.add(date);
            return this;
        }

        public Builder exhibit(Block exhibit) {
            exhibits.add(exhibit);
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
                    keyFigures.build(),
                    findings.build(),
                    dates.build(),
                    exhibits.build(),
                    checks.build(),
                    controls.build(),
                    levers.build(),
                    headlines.build());
        }
    }
}
