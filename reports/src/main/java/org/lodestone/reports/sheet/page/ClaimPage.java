package org.lodestone.reports.sheet.page;

import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.project.StudyFigure;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.research.Claim;
import org.lodestone.core.research.ClaimKind;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.claim.CheckedClaim;
import org.lodestone.reports.claim.ClaimCheck;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.internal.words.AsPrinted;
import org.lodestone.reports.internal.words.ClaimedTexts;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.study.StudyAudit;
import org.lodestone.reports.study.StudyAudit.Audited;

/** The page on what a note prints: each figure recomputed, with its verdict and how it was worked out. */
record ClaimPage(Analyses analyses, ClaimedTexts texts, ImmutableSet<String> pages, PageSentences said) {

    private static final Term TERM = Term.of("claims, page");

    /** Few enough for the claims of a note to begin on the same page. */
    private static final int MOST_STUDIES = 4;

    /** The name of a page that is longer takes two columns of the page. */
    private static final int LETTERS_OF_A_COLUMN = 11;

    private static final String OF_STUDIES =
            "{asAudited?{cannot} of {judged} results of project studies cannot be reconciled with their own figures|Results of project studies:"
                    + " out of date}";

    /**
     * Empty where the dataset has no claims, and no result of a study that can be checked.
     *
     * @param pages the names of the other pages
     */
    static Optional<Part> of(Analyses analyses, ImmutableSet<String> pages) {
        Model.Builder model = Model.builder()
                .include(analyses.claims().model())
                .include(analyses.studies().model());
        ClaimPage page = new ClaimPage(
                analyses, ClaimedTexts.of(analyses.dataset().claims()), pages, new PageSentences(model, TERM));
        return page.hasClaims() || !page.shown().isEmpty() ? Optional.of(page.part()) : Optional.empty();
    }

    private Part part() {
        Section page = said.page(Pages.CLAIMS, Section.Group.CLAIMS, title(), standfirst(), blocks());
        return Part.of(page, said.model().build());
    }

    private boolean hasClaims() {
        return !analyses.claims().claims().isEmpty();
    }

    private Formula title() {
        return !hasClaims()
                ? analyses.studies().words().say(OF_STUDIES)
                : ClaimCheck.words()
                        .with("several", texts.areSeveral())
                        .with("texts", texts.ids().size())
                        .say("{reproduced} of {several?{all} claims of {texts} texts"
                                + "|the note's {all} {all=1?claim|claims}} {reproduced=1?is|are} reproduced"
                                + "{overtaken>0?; newer figures overtake {overtaken}}");
    }

    private Formula standfirst() {
        return !hasClaims()
                ? analyses.studies()
                        .words()
                        .say(
                                "{asAudited?{judged} results were recomputed, with {within} within what the own figures of a study leave open and {reproduced}"
                                        + " reproduced.|A figure of a study is not known, or no longer what it was audited with.}")
                : ClaimCheck.words()
                        .say(
                                "A figure is reproduced where the result rounds to what is printed."
                                        + "{notCheckable>0? {notCheckable} {notCheckable=1?claim cannot be checked: it is no number, or what it takes"
                                        + "|claims cannot be checked: they are no numbers, or what they take} is not published.}"
                                        + "{notReproduced>0? {notReproduced} {notReproduced=1?claim is|claims are} not reproduced.}");
    }

    private ImmutableList<Block> blocks() {
        ImmutableList.Builder<Block> blocks = ImmutableList.builder();
        List<Audited> shown = shown();
        if (!shown.isEmpty()) {
            blocks.add(ofStudies(shown));
        }
        if (hasClaims()) {
            blocks.add(Exhibit.of(
                            said.live(
                                    "reproduced",
                                    ClaimCheck.words()
                                            .say("{reproduced} {reproduced=1?claim is|claims are} reproduced"
                                                    + "{overtaken>0?, {overtaken} overtaken by newer figures}")),
                            "Each claim" + (texts.areSeveral() ? "" : " of the note") + ", in its own unit",
                            table())
                    .withNotes("Overtaken: reproduced from the edition that the "
                            + (texts.areSeveral() ? "claim is of" : "note used")
                            + ", while the newest one has another"
                            + " figure."));
        }
        return blocks.build();
    }

    /**
     * The printed values and rates of return that are furthest from what a study can give; where there are no claims, all results that were
     * recomputed.
     */
    private List<Audited> shown() {
        return hasClaims()
                ? analyses.studies().judged().stream()
                        .filter(figure -> figure.verdict() == StudyAudit.Verdict.CANNOT_RECONCILE)
                        .filter(figure -> figure.printed().item() != StudyFigure.Item.PAYBACK)
                        .sorted(Comparator.comparingDouble(Audited::timesOff).reversed())
                        .limit(MOST_STUDIES)
                        .toList()
                : analyses.studies().judged();
    }

    private Block ofStudies(List<Audited> shown) {
        var table = Table.of("Results of studies", shown).id("studies-not-reconciled");
        if (!hasClaims()) {
            table.grouped(figure -> Words.capitalised(figure.verdict().inWords()));
        }
        table.label("Study", Audited::study)
                .across(4)
                .words("Result", Audited::figure)
                .across(2)
                .words("Printed", Audited::printedText)
                .across(2)
                .unit(figure -> figure.printed().unit().map(Unit::toString).orElse(""))
                .value("Recomputed", Shown.TWO_DECIMALS, figure -> key(figure).sub("middle"))
                .value("at least", Shown.TWO_DECIMALS, figure -> key(figure).sub("low"))
                .value("at most", Shown.TWO_DECIMALS, figure -> key(figure).sub("high"));
        return Exhibit.of(
                said.live("studies", analyses.studies().words().say(OF_STUDIES)),
                hasClaims()
                        ? "Net present value and internal rate of return furthest from what the study's own cost, earnings and life"
                                + " can give"
                        : "Net present value, internal rate of return and payback, against what the study's own cost, earnings and"
                                + " life can give",
                table.build());
    }

    private static Key key(Audited figure) {
        return figure.key().orElseThrow();
    }

    private Table table() {
        List<CheckedClaim> claims = analyses.claims().claims().stream()
                .sorted(Comparator.comparing(ClaimPage::isInWords))
                .toList();
        int wide = claims.stream()
                        .flatMap(claim -> readOn(claim.claim()).stream())
                        .anyMatch(page -> page.length() > LETTERS_OF_A_COLUMN)
                ? 2
                : 1;
        return Table.of("Claims", claims)
                .grouped(claim -> isInWords(claim) ? "Statements in words" : "Numbers, dates and counts")
                .label(
                        texts.areSeveral() ? "Published" : "The note says",
                        claim -> claim.claim().statement())
                .across(2)
                .value("Printed", ClaimPage::shown, CheckedClaim::printed)
                .unit(CheckedClaim::unit)
                .column("Recomputed", claim -> Cell.of(claim.recomputed(), precisely(claim)))
                .column("Newest edition", claim -> Cell.of(claim.newest(), precisely(claim)))
                .wordsOf("Verdict", CheckedClaim::judged)
                .across(2)
                .column("How", Column.Role.PROSE, this::how)
                .across(6 - wide)
                .column(
                        "Read on",
                        Column.Role.WORDS,
                        claim -> readOn(claim.claim())
                                .<Cell>map(page -> new Cell.GoTo(page, page))
                                .orElse(Cell.BLANK))
                .across(wide)
                .build();
    }

    private static boolean isInWords(CheckedClaim claim) {
        return claim.claim().finding() == ClaimKind.QUALITATIVE;
    }

    /** The ways that were tried, and what else a reader should know. */
    private Cell how(CheckedClaim claim) {
        String remarks = (claim.remark() + " " + claim.claim().note()).strip();
        if (claim.how().isEmpty()) {
            return new Cell.Words(remarks);
        }
        Key how = claim.how().get();
        return new Cell.Of(
                remarks.isEmpty()
                        ? how
                        : said.value(
                                how.sub("with remarks"),
                                words().with("how", how)
                                        .with("remarks", remarks)
                                        .clause("{how} {remarks}")),
                Shown.TEXT);
    }

    /** A format with the decimals that the note prints. */
    private static Shown shown(CheckedClaim claim) {
        return claim.claim().finding().isNumber()
                ? AsPrinted.shown(Observation.parse(claim.claim().printed()))
                : Shown.WORD;
    }

    /** A format with enough decimals to see how a number rounds; a count has none. */
    private static Shown precisely(CheckedClaim claim) {
        return claim.unit().isEmpty() ? shown(claim) : Shown.PRECISE;
    }

    /** The sheet that says more of what a claim is about; empty where none does. */
    private Optional<String> readOn(Claim claim) {
        return switch (claim.finding()) {
            case TOTAL, AMOUNT, SHARE, GROWTH, PUBLISHED_SHARE ->
                claim.measure()
                        .flatMap(id -> Optional.ofNullable(
                                analyses.dataset().measures().get(id)))
                        .flatMap(this::pageOf);
            case QUOTA, QUOTA_GROWTH, QUOTA_GROWTH_BELOW_AVERAGE, HOLDERS ->
                Optional.of("Quotas").filter(pages::contains);
            case WHOLE_CHAIN -> Optional.of("Chain").filter(pages::contains);
            case PROJECT_CAPACITY ->
                Optional.of("Projects").filter(page -> analyses.pipeline().isPresent());
            case POLICY, QUALITATIVE -> Optional.empty();
        };
    }

    private Optional<String> pageOf(Measure measure) {
        String page = measure.kind() == Measure.Kind.RESERVES ? Pages.RESERVES : Words.capitalised(measure.stage());
        return Optional.of(page).filter(pages::contains);
    }
}
