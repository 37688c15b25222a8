package org.lodestone.reports.pack;

import static com.google.common.base.Preconditions.checkArgument;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Formula.span;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.company.ExchangeRate;
import org.lodestone.core.figure.Source;
import org.lodestone.core.research.Publication;
import org.lodestone.core.screen.Screen;
import org.lodestone.core.time.Period;
import org.lodestone.core.universe.UniverseReading;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.internal.model.Dated;
import org.lodestone.reports.pack.ResearchPack.Sheets;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Check;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.risk.Run;
import org.lodestone.reports.robustness.Robustness;
import org.lodestone.reports.screen.ScreenResult;
import org.lodestone.reports.screen.ScreenStudy;
import org.lodestone.reports.screen.Screening;
import org.lodestone.reports.sheet.page.Beneficiaries;
import org.lodestone.reports.sheet.page.Pages;

/**
 * The report on a screen of one's own universe: the first companies as formulas, and all companies in a long table.
 *
 * <p>The weights of the first companies may be changed, and their scores, ranks and order follow. What depends on the values
 * of all companies, such as the lowest and the highest, is Java's.
 */
public final class ScreenPack {

    /** The number of companies that stand as formulas unless another number is asked for. */
    public static final int TOP = 30;

    /** The number of companies above which a sheet of formulas would be neither quick nor read. */
    public static final int MOST = 200;

    /** The number of criteria above which the formula of their geometric mean would be longer than a cell takes. */
    public static final int MOST_CRITERIA = 60;

    private static final int DIGITS = 6;
    private static final int WEIGHT = 100;

    private ScreenPack() {}

    /** The report on the screen that was read with a universe, with the first {@value #TOP} companies as formulas. */
    public static Report of(UniverseReading reading) {
        return of(reading, TOP, Run.STANDARD, Sheets.CORE);
    }

    /**
     * The report on the screen that was read with a universe. Throws if something was wrong with either, or there is no
     * screen.
     *
     * @param top how many companies stand as formulas, from 1 to {@value #MOST}
     * @param run with which seed, and on how many threads, it is tried how sure their order is
     */
    public static Report of(UniverseReading reading, int top, Run run, Sheets sheets) {
        checkArgument(top >= 1 && top <= MOST, "'%s' companies cannot be shown. Ask for 1 to %s.", top, MOST);
        Screen screen = reading.withoutBrokenRows()
                .screen()
                .orElseThrow(() -> new IllegalArgumentException("There is no screen to rank the companies of "
                        + reading.table() + " by. Add one to the file that describes it."));
        int criteria = screen.criteria().size();
        checkArgument(
                criteria <= MOST_CRITERIA,
                "The screen has %s criteria, and a report takes %s. Leave out those that weigh least.",
                criteria,
                MOST_CRITERIA);
        ScreenResult result = Screening.of(screen, reading.universe().orElseThrow());
        Optional<ScreenStudy> study = ScreenStudy.shortlist(result, top, reading.table());
        Optional<Robustness> robustness =
                study.flatMap(one -> Robustness.of(one, Robustness.DRAWS, run.seed(), run.threads()));
        UniverseSection data = new UniverseSection(reading, result);

        List<Part> made = new ArrayList<>();
        study.ifPresent(one -> {
            made.add(Pages.screen(one, robustness));
            made.add(Pages.reasons(one));
            made.add(Beneficiaries.first(one));
            made.add(Backup.screen(one, robustness));
        });
        made.add(AllCompanies.of(reading, result, data));
        made.add(data.part());
        made.add(checks(study));
        made.replaceAll(sheets::of);
        return report(reading, data, made);
    }

    private static Report report(UniverseReading reading, UniverseSection data, List<Part> made) {
        Publication stated = reading.publication().orElse(Publication.of(""));
        Publication publication = stated.title().isEmpty() ? stated.withTitle(data.title()) : stated;
        ImmutableMap<String, Source> sources = sources(reading);
        Optional<Part> control = ControlSection.of(made);
        List<Part> all = Stream.concat(made.stream(), control.stream()).toList();
        List<Part> parts = new ArrayList<>(all);
        parts.add(new FrontPage(opening(data, made, publication), all, OwnParts.NONE, Model.builder()).part());
        parts.add(CheckSection.of(
                made.stream().flatMap(part -> part.checks().stream()).toList(), List.of(), List.of()));
        Model.Builder model = Model.builder();
        parts.forEach(part -> model.include(part.model()));
        List<Section> sections = new ArrayList<>();
        parts.forEach(part -> sections.addAll(part.sections()));
        sections.add(SourceSection.of(sources.values().asList()));
        sections.sort(Comparator.comparing(Section::group));
        return new Report(
                data.title(),
                data.subtitle(),
                ImmutableList.copyOf(sections),
                Dated.throughout(model.build()),
                sources,
                Optional.empty(),
                publication,
                date(reading));
    }

    /** That of the latest exchange rate. */
    private static LocalDate date(UniverseReading reading) {
        return reading.rates().stream()
                .map(rate -> rate.date().last())
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.EPOCH);
    }

    /** The finding of the first page is that of the pack; without one, no company passes the filters. */
    private static Opening opening(UniverseSection data, List<Part> made, Publication publication) {
        Block.Sentence title = made.get(0).sections().get(0).title();
        String subtitle = data.subtitle();
        return new Opening(
                title,
                Block.Sentence.plain(subtitle + "."),
                ImmutableListMultimap.of(),
                false,
                "",
                subtitle,
                Period.NONE,
                publication.disclaimer());
    }

    private static Part checks(Optional<ScreenStudy> study) {
        Model.Builder model = Model.builder();
        Part.Builder part = Part.builder(model)
                .check(Check.that(
                                model,
                                "The companies read are those that a filter stopped, that are ranked and that are provisional",
                                UniverseSection.READ.isEqualTo(UniverseSection.STOPPED
                                        .plus(UniverseSection.RANKED)
                                        .plus(UniverseSection.PROVISIONAL)))
                        .withWeight(WEIGHT));
        study.ifPresent(one -> {
            Formula.Span shares = span(one.screen().criteria(), one.whole()::share);
            part.check(Check.that(
                            model,
                            "Shares of weight sum to one",
                            Formula.sum(shares).rounded(DIGITS).isEqualTo(ONE))
                    .withWeight(WEIGHT));
        });
        return part.build();
    }

    /** The table, and who says what the exchange rates are. */
    private static ImmutableMap<String, Source> sources(UniverseReading reading) {
        Map<String, Source> sources = new LinkedHashMap<>();
        String table = reading.table();
        sources.put(table, new Source(table, "The table of companies that was read, one a row", Optional.empty()));
        for (ExchangeRate rate : reading.rates()) {
            for (String id : rate.citation().sources()) {
                sources.putIfAbsent(
                        id,
                        new Source(
                                id,
                                "Exchange rates, as the file that describes " + table + " states them",
                                Optional.empty()));
            }
        }
        return ImmutableMap.copyOf(sources);
    }
}
