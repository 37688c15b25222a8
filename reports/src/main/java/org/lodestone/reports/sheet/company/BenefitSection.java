package org.lodestone.reports.sheet.company;

import static org.lodestone.reports.report.Wording.words;

import java.util.List;
import java.util.Optional;
import org.lodestone.core.screen.Criterion;
import org.lodestone.reports.benefit.BenefitScreen;
import org.lodestone.reports.benefit.CompanyBenefit;
import org.lodestone.reports.benefit.NextFacts;
import org.lodestone.reports.earnings.CompanyEarnings;
import org.lodestone.reports.earnings.Way;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.report.Control;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** The section on gains: each company's own, who gains more than whom, and ranks at both ends. */
public record BenefitSection(BenefitScreen screen, NextFacts next) {

    /** The name of the section. */
    public static final String NAME = "Benefit detail";

    private static final Term TERM = Term.of("benefit, in detail");

    /** The section of a screen of who benefits. */
    public static Part of(BenefitScreen screen) {
        return new BenefitSection(screen, screen.nextFacts()).part();
    }

    private Part part() {
        Model.Builder model =
                Model.builder().include(next.model()).include(screen.base().model());
        return Part.builder(model)
                .section(Section.of(
                        NAME,
                        "What listed companies gain, and what is not known of it",
                        "As chosen. Type a weight, or a gain that is not known, and ranks follow",
                        List.of(weights(), gains(), points(), ranks(), duels(), profits())))
                .headline(new Control.Headline(
                        "Companies that could rank first",
                        "Gains",
                        Shown.TEXT,
                        number("as chosen", screen.first(), model),
                        number("base case", screen.base().inBase(screen.first()), model)))
                .build();
    }

    /** {@code 3 of 5}. */
    private Key number(String in, Key first, Model.Builder model) {
        return model.calculation(
                TERM.sub("companies that could rank first").of(Subject.of(in)),
                words().with("first", first)
                        .with("all", screen.companies().size())
                        .say("{first:0} of {all}|n/a"));
    }

    private Table weights() {
        return Table.of("Gains, weights and why", screen.screen().criteria())
                .id("benefit-weights")
                .label("Gain", Criterion::title)
                .words("Unit", Criterion::unit)
                .words("Better is", one -> one.direction().toString())
                .value("Weight", Shown.AS_IS, screen::weight)
                .value("Share of weight", Shown.PERCENT, screen::share)
                .prose("Why", Criterion::reason)
                .wide()
                .build();
    }

    private Table gains() {
        var table = Table.of("Gains", screen.companies()).id("benefit-gains").labelOf("Company", screen::name);
        for (Criterion criterion : screen.screen().criteria()) {
            boolean isRange = screen.isRange(criterion);
            String title = criterion.title() + ", " + criterion.unit();
            Shown shown = criterion.unit().startsWith("%") ? Shown.PERCENT_2 : Shown.PRECISE;
            table.value(isRange ? title + ", least" : title, shown, company -> screen.least(criterion, company));
            if (isRange) {
                table.value(title + ", most", shown, company -> screen.most(criterion, company));
            }
        }
        return table.build();
    }

    private static Table.ListBuilder<CompanyBenefit> byCompany(
            String heading, String id, List<CompanyBenefit> companies) {
        return Table.of(heading, companies)
                .id(id)
                .label("Company", company -> company.company().name());
    }

    private Table ranks() {
        return byCompany("Weight won and ranks", "benefit-ranks", screen.companies())
                .value("Weight won, least", Shown.TWO_DECIMALS, screen::low)
                .value("Weight won, most", Shown.TWO_DECIMALS, screen::high)
                .value("Middle", Shown.TWO_DECIMALS, screen::middle)
                .value("Best rank", Shown.ORDINAL, screen::bestRank)
                .value("Worst rank", Shown.ORDINAL, screen::worstRank)
                .value("Place by the middle", Shown.ORDINAL, screen::place)
                .value("May come first, any weights", Shown.PERCENT, next::mayComeFirst)
                .note(
                        "Any weights: share of draws of weights, each set as likely as any other, in which no other company surely gains"
                                + " more.")
                .build();
    }

    /** Who gains more than whom, whatever is found out. */
    private Table duels() {
        var table = byCompany("Surely gains more than", "benefit-duels", screen.companies());
        for (CompanyBenefit other : screen.companies()) {
            table.optional(
                    other.company().name(),
                    Shown.ORDINAL,
                    company -> company == other ? Optional.empty() : Optional.of(screen.surelyMore(company, other)));
        }
        return table.note(
                        "1: the gains of which it surely has more weigh more than those of which the other may have more.")
                .build();
    }

    /** The share of the others of which a company surely has more of each gain, and the share at most. */
    private Table points() {
        var table = byCompany(
                "Points for each gain: the share of the others of which a company has more",
                "benefit-points",
                screen.companies());
        for (Criterion criterion : screen.screen().criteria()) {
            table.value(
                            criterion.title() + ", at least",
                            Shown.TWO_DECIMALS,
                            company -> screen.pointsAtLeast(criterion, company))
                    .value(
                            criterion.title() + ", at most",
                            Shown.TWO_DECIMALS,
                            company -> screen.pointsAtMost(criterion, company));
        }
        return table.build();
    }

    private Table profits() {
        List<CompanyBenefit> companies = screen.benefits().companies().stream()
                .filter(company -> company.profitPerShare(Way.UP).isPresent())
                .toList();
        var table = byCompany(
                        "Profit per share of twelve months where prices move by the amount of the scenario",
                        "benefit-profits",
                        companies)
                .unit(
                        "Currency",
                        company -> company.earnings()
                                .map(CompanyEarnings::currency)
                                .orElse(""));
        for (Way way : Way.values()) {
            table.value(
                            "Least, " + way,
                            Shown.PRECISE,
                            company -> company.profitPerShare(way).orElseThrow().least())
                    .value(
                            "Most, " + way,
                            Shown.PRECISE,
                            company -> company.profitPerShare(way)
                                    .orElseThrow()
                                    .most()
                                    .orElseThrow());
        }
        return table.note(
                        "Where it is not known how much is passed on for ore, or belongs to others, between what another company"
                                + " states, or else nothing, and all of it.")
                .build();
    }
}
