package org.lodestone.excel;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;

/** The record of all that has been placed so far, over all sheets. Grows while a report is being placed, and is then copied. */
final class Ledger {

    /** The report's values, each worked out once. */
    final Values values;

    /** Keys whose home is a selector, wherever else they are shown. */
    final ImmutableSet<Key> selected;

    /** Whether the front has a logo beside its title. */
    final boolean logo;
    /** The room that text takes. */
    final Letters letters;
    /** The numbers of the report's exhibits. */
    final ExhibitNumbers exhibits;
    /** Whose figures tables and charts show. */
    final SourceLine sourceLine;
    /** The backup that texts may send a reader to. */
    final SheetMentions backup;
    /** The home of each key. */
    final Map<Key, Spot> homes = new LinkedHashMap<>();
    /** The row of each source. */
    final Map<String, Spot> sources = new LinkedHashMap<>();
    /** The header rows of each sheet, from top to bottom. */
    final ListMultimap<String, Integer> headers = ArrayListMultimap.create();

    Ledger(Report report, ImmutableSet<Key> selected, Theme theme) {
        this.values = report.model().values();
        this.selected = selected;
        this.logo = theme.logo().isPresent();
        this.letters = Letters.of(theme.font());
        this.exhibits = new ExhibitNumbers(report);
        this.sourceLine = new SourceLine(report, "listed on Sources");
        this.backup = SheetMentions.of(report.sections().stream()
                .filter(section -> section.group().isBackup())
                .map(Section::name)
                .toList());
    }

    /** A value in a cell: at home there, unless it is already somewhere else. */
    SheetPlan.Body home(Key key, Spot here) {
        if (!selected.contains(key) && homes.putIfAbsent(key, here) == null) {
            return new SheetPlan.Body.Home(key);
        }
        return new SheetPlan.Body.Elsewhere(key);
    }

    /** Where the figures that cite a source stand. */
    ListMultimap<String, Spot> uses(Model model) {
        ListMultimap<String, Spot> uses = ArrayListMultimap.create();
        homes.forEach((key, spot) -> model.content(key).citedSources().forEach(source -> uses.put(source, spot)));
        return uses;
    }
}
