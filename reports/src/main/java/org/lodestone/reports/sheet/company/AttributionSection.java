package org.lodestone.reports.sheet.company;

import static java.util.stream.Collectors.joining;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.company.Stake;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.quota.Ore;
import org.lodestone.core.time.Period;
import org.lodestone.reports.attribution.Attributed;
import org.lodestone.reports.attribution.Attributed.AttributionBasis;
import org.lodestone.reports.attribution.Attributed.Kind;
import org.lodestone.reports.attribution.Attribution;
import org.lodestone.reports.company.StatedStake;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.internal.words.AsPrinted;
import org.lodestone.reports.internal.words.CompanyNames;
import org.lodestone.reports.ownership.Ownership.EffectiveStake;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** The section on whose tonnes they are: quotas, output and capacity of listed companies, and the stakes that decide. */
public record AttributionSection(
        Dataset dataset, Attribution attribution, ImmutableList<StatedStake> stakes, Model.Builder model) {

    private static final Term FINDING = Term.of("attribution").sub("finding");

    /** Empty where no listed company has tonnes, and nobody a stake. */
    public static Optional<Part> of(Dataset dataset, Attribution attribution) {
        AttributionSection section = new AttributionSection(
                dataset,
                attribution,
                attribution.ownership().stated(),
                Model.builder().include(attribution.model()));
        ImmutableList<Section> sections = Stream.of(section.tonnes(), section.ownership())
                .flatMap(Optional::stream)
                .collect(ImmutableList.toImmutableList());
        return sections.isEmpty() ? Optional.empty() : Optional.of(new Part(sections, section.model.build()));
    }

    private Optional<Section> tonnes() {
        List<Block> all = new ArrayList<>(List.of(findings()));
        dataset.chain().stages().forEach(stage -> all.add(quotas(stage)));
        List.of(Kind.OUTPUT, Kind.CAPACITY, Kind.PLANNED_CAPACITY).forEach(kind -> all.add(assets(kind)));
        ImmutableList<Block> blocks = Block.withContent(all);
        return blocks.isEmpty()
                ? Optional.empty()
                : Optional.of(Section.of(
                        "Attribution",
                        "Tonnes by owner",
                        "Operated is all of what one runs, consolidated what stands in its accounts, attributable its share by"
                                + " ownership; the three do not add",
                        blocks));
    }

    private List<Attributed> rows(Predicate<Attributed> which) {
        return attribution.all().stream().filter(which).toList();
    }

    private Optional<Section> ownership() {
        return stakes.isEmpty()
                ? Optional.empty()
                : Optional.of(Section.of(
                        "Ownership",
                        "Effective stakes, direct and through others",
                        "Effective stakes follow when a direct stake is typed over; those of companies that own each other are solved for",
                        List.of(effective(), direct())));
    }

    /** Companies that have nothing to do with a quota are told in a sentence. */
    private static boolean hasHolder(Attributed one) {
        return !one.of().isEmpty();
    }

    /** Where nothing of a company's quota is published, its ores would only say so again. */
    private boolean isWorthARow(Attributed one) {
        return hasHolder(one)
                && (one.ore() == Ore.ALL
                        || attribution.quota(one.company(), one.stage(), Ore.ALL).stream()
                                .anyMatch(all -> !attribution
                                        .value(all, AttributionBasis.OPERATED)
                                        .isMissing()));
    }

    // ---------------------------------------------------------------- findings

    private Block findings() {
        List<Block.Sentence> sentences = new ArrayList<>();
        attribution.all().stream()
                .filter(one -> one.kind() == Kind.QUOTA && one.ore() == Ore.ALL)
                .filter(one -> one.whole().isPresent() && one.runBy().isPresent())
                .filter(one -> one.runBy().filter(one.company()::equals).isEmpty())
                .map(this::heldAndRun)
                .forEach(sentences::add);
        for (Stage stage : dataset.chain().stages()) {
            without(stage, this::isOwnMissing)
                    .ifPresent(names -> sentences.add(Block.Sentence.plain(stage.name()
                            + ": whether these companies hold quota is not" + " published: " + names + ".")));
            without(stage, one -> !isOwnMissing(one))
                    .ifPresent(names -> sentences.add(Block.Sentence.plain(
                            stage.name() + ": companies abroad or without quota: " + names + ".")));
        }
        return new Block.Prose("", ImmutableList.copyOf(sentences));
    }

    private boolean isOwnMissing(Attributed one) {
        return attribution.value(one, AttributionBasis.ATTRIBUTABLE).isMissing();
    }

    private Block.Sentence heldAndRun(Attributed one) {
        Key whole = one.whole().orElseThrow();
        Key said = FINDING.sub(one.stage()).of(Subject.of(one.company()));
        return Block.Sentence.live(
                model.calculation(
                        said,
                        words().with("stage", stageWords(one.stage()))
                                .with("company", name(one.company()))
                                .with("whole", whole)
                                .with("unit", one.unit())
                                .with("period", one.period())
                                .with("runBy", name(one.runBy().orElseThrow()))
                                .say(
                                        "{stage}: {company} holds a quota of {whole:0} {unit} in {period}, under which {runBy} works.")));
    }

    private Optional<String> without(Stage stage, Predicate<Attributed> which) {
        String names = attribution.all().stream()
                .filter(one -> one.kind() == Kind.QUOTA && one.ore() == Ore.ALL)
                .filter(one -> one.stage().equals(stage.id()) && !hasHolder(one))
                .filter(which)
                .map(one -> CompanyNames.of(dataset, one.company()))
                .collect(joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    // ---------------------------------------------------------------- tonnes

    private Table quotas(Stage stage) {
        List<Attributed> rows =
                rows(one -> one.kind() == Kind.QUOTA && one.stage().equals(stage.id()) && isWorthARow(one));
        var table = Table.of("Quota: " + Words.inSentence(stage.name()), rows)
                .id("attributed-quota", stage.name())
                .label("Company", one -> name(one.company()))
                .unit(one -> one.unit().toString())
                .sources(one -> one.sources().asList())
                .unit("Ore, year", one -> one.ore() + ", " + one.period())
                .prose("Reason", Attributed::reason)
                .optional("Holder's quota", Shown.WHOLE, Attributed::whole);
        return amounts(table)
                .note("The latest full year of each holder. A group's quota is not spread over its members: what is not"
                        + " published is not worked out.")
                .build();
    }

    private Table assets(Kind kind) {
        var table = Table.of(kind.toString(), rows(one -> one.kind() == kind))
                .id("attributed", kind.toString())
                .label("Mine or plant, and owner", one -> one.of() + "\n" + name(one.company()))
                .unit(one -> one.unit().toString())
                .sources(one -> one.sources().asList())
                .unit("Period", one -> one.period())
                .prose("Reason", one -> stageWords(one.stage()) + ". " + one.reason())
                .optional("In all", Shown.WHOLE, Attributed::whole);
        return amounts(table)
                .note(
                        "Each row is one statement. Rows may be of the same tonnes, on another basis or as another source has"
                                + " them, so they are not added.")
                .build();
    }

    private static Table.ListBuilder<Attributed> amounts(Table.ListBuilder<Attributed> table) {
        return table.value("Operated", Shown.WHOLE, one -> one.amount(AttributionBasis.OPERATED))
                .value("Consolidated", Shown.WHOLE, one -> one.amount(AttributionBasis.CONSOLIDATED))
                .value("Attributable", Shown.WHOLE, one -> one.amount(AttributionBasis.ATTRIBUTABLE));
    }

    // ---------------------------------------------------------------- stakes

    private Table effective() {
        List<EffectiveStake> listed = attribution.ownership().all().stream()
                .filter(stake -> isListed(stake.owner()) || isListed(stake.owned()))
                .toList();
        return Table.of("Effective stakes", listed)
                .label("Company and owner", stake -> name(stake.owned()) + "\nby " + name(stake.owner()))
                .sources(stake -> stake.sources().asList())
                .unit("As of", stake -> stake.asOf())
                .unit("Reliability", stake -> reliability(stake.through()))
                .prose("How it is held", EffectiveStake::inWords)
                .column("Direct, %", this::direct)
                .value("Effective", Shown.PERCENT_2, EffectiveStake::key)
                .note("Where a listed company owns or is owned, by the " + counted() + ".")
                .build();
    }

    private String counted() {
        return dataset.gathered().equals(Period.NONE)
                ? "latest stakes"
                : "stakes that counted on " + attribution.ownership().date();
    }

    private static String reliability(List<Stake> stakes) {
        return stakes.stream().anyMatch(one -> one.citation().isSecondary()) ? "secondary" : "read";
    }

    private Cell direct(EffectiveStake stake) {
        return stakes.stream()
                .filter(stated -> stake.direct().filter(stated.stake()::equals).isPresent())
                .findFirst()
                .<Cell>map(stated ->
                        new Cell.Of(stated.key(), AsPrinted.shown(stated.stake().stake())))
                .orElse(Cell.BLANK);
    }

    private Table direct() {
        return Table.of("Direct stakes", stakes)
                .label(
                        "Company and owner",
                        stated -> name(stated.stake().owned()) + "\nby "
                                + name(stated.stake().owner()))
                .sources(stated -> stated.stake().citation().sources())
                .unit("As of", stated -> stated.stake().asOf())
                .unit("Reliability", stated -> reliability(List.of(stated.stake())))
                .prose("Remark", stated -> stated.stake().citation().note())
                .again("Stake, %", Shown.AS_IS, StatedStake::key)
                .build();
    }

    // ---------------------------------------------------------------- names

    private boolean isListed(String id) {
        return dataset.companies().containsKey(id);
    }

    private String name(String id) {
        return CompanyNames.withId(dataset, id);
    }

    private String stageWords(String id) {
        return dataset.chain().stage(id).map(Stage::name).orElse(id);
    }
}
