package org.lodestone.reports.sheet.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestone.reports.forecast.Balance;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.forecast.Replacement;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.supply.Supplies;

/** The section on what the balance rests on: demand as published, supply of every scenario, an outlook's own balance, stocks. */
public final class BalanceSection {

    /** The page that shows the balance. */
    public static final String PAGE = "Balance";

    static final Term BALANCE = Term.of("balance section");

    private BalanceSection() {}

    /** Empty where no measure meets demand. */
    public static Optional<Part> of(Supplies supplies, ForecastStudy study) {
        Outcome chosen = study.chosen();
        if (chosen.balances().isEmpty()) {
            return Optional.empty();
        }
        Model.Builder model = Model.builder().include(study.model());
        List<Block> blocks = new ArrayList<>();
        ScenarioBalances scenarios = new ScenarioBalances(supplies, study, model);
        DemandTables demand = new DemandTables(supplies.dataset(), scenarios, model);
        for (int i = 0; i < chosen.balances().size(); i++) {
            Balance balance = chosen.balances().get(i);
            Optional<Replacement> replacement = chosen.replacement(balance);
            blocks.add(demand.published(balance));
            blocks.add(scenarios.table(i));
            demand.ofOutlook(balance).ifPresent(blocks::add);
            blocks.add(BalanceTables.stocks(balance));
            replacement.map(BalanceTables::replacement).ifPresent(blocks::add);
            replacement.flatMap(demand::replacementOfOutlook).ifPresent(blocks::add);
        }
        return Optional.of(Part.of(
                Section.of(
                        "Demand",
                        "Demand as published, and the balance by outlook and scenario",
                        "Behind the page Balance; the chosen scenario where no other is named",
                        blocks),
                model.build()));
    }
}
