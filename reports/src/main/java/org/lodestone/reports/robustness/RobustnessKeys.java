package org.lodestone.reports.robustness;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Dated;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.internal.model.Counted;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.screen.ScreenResult;

/** How sure the order of a screen is, and the keys of what is told of it. {@link Robustness} gives them their values. */
class RobustnessKeys {

    /** How far weights are off that are near those chosen, as a share of each. */
    public static final double BAND = 0.25;

    /** The number of sets of weights that are drawn unless another number is asked for. */
    public static final int DRAWS = 10_000;

    /** Whether weights and scores are those with which all this was worked out: 1 or 0. */
    public static final Key CURRENT = Dated.current("order of the screen");

    static final Term ROBUSTNESS = Term.of("robustness");

    private final ScreenResult result;
    private final ImmutableList<String> companies;
    private final RankAcceptability any;
    private final RankAcceptability near;
    private final WinningShares wins;
    private final ImmutableList<LeaveOneOut> without;
    private final Optional<SobolIndices> indices;
    private final ImmutableList<Overtaking> overtakings;

    RobustnessKeys(
            ScreenResult result,
            ImmutableList<String> companies,
            RankAcceptability any,
            RankAcceptability near,
            WinningShares wins,
            ImmutableList<LeaveOneOut> without,
            Optional<SobolIndices> indices,
            ImmutableList<Overtaking> overtakings) {
        this.result = result;
        this.companies = companies;
        this.any = any;
        this.near = near;
        this.wins = wins;
        this.without = without;
        this.indices = indices;
        this.overtakings = overtakings;
    }

    /** The order that is tried. */
    public ScreenResult result() {
        return result;
    }

    /** Ids of the companies shown that are ranked, the first first. */
    public ImmutableList<String> companies() {
        return companies;
    }

    /** The ranks under any weights at all. */
    public RankAcceptability any() {
        return any;
    }

    /** The ranks under weights up to {@value #BAND} of theirs higher or lower. */
    public RankAcceptability near() {
        return near;
    }

    /** Which company scores above which, under any weights. */
    public WinningShares wins() {
        return wins;
    }

    /** The ranks without each criterion. */
    public ImmutableList<LeaveOneOut> without() {
        return without;
    }

    /** Which weights the ranks vary with; empty where they do not. */
    public Optional<SobolIndices> indices() {
        return indices;
    }

    /** The changes that would let each company overtake the one above it. */
    public ImmutableList<Overtaking> overtakings() {
        return overtakings;
    }

    /** Adds in which share of draws each company has each rank. */
    void addRanks(Model.Builder model) {
        String how = any.draws() + " draws of weights with seed " + any.seed() + "; not recalculated in the sheet";
        for (String company : companies) {
            for (RankBand band : bands()) {
                Counted.add(model, CURRENT, acceptability(company, band), band.share(ranks(any, company)), how);
            }
        }
    }

    /** Whether more companies are ranked than are compared here. */
    boolean isOfShortlist() {
        return companies.size() < result.ranked().length();
    }

    /** The ranks that are counted together: of few companies each by itself, of many those from tenth on in bands. */
    public ImmutableList<RankBand> bands() {
        return RankBand.of(companies.size());
    }

    /** The share of draws, under any weights, in which a company has one of some ranks. */
    public static Key acceptability(String company, RankBand band) {
        return ROBUSTNESS.sub("share of draws").of(Subject.of(company)).in(Case.of(band.toString()));
    }

    /** How sure the rank of a company is, as a title. */
    String title(String company) {
        int rank = result.rank(result.universe().position(company)).orElseThrow();
        String better = rank == 1 ? "first" : "in place " + rank + " or better";
        return name(company) + " is " + better + " of the " + companies.size() + " ranked in "
                + percent(ranks(near, company).shareWithin(rank)) + " of draws with weights up to " + percent(BAND)
                + " higher or lower, and in " + percent(ranks(any, company).shareWithin(rank))
                + " with any weights of these criteria, figures as they stand";
    }

    /** In whole percent; what is not quite none or all is not told as such. */
    private static String percent(double share) {
        String rounded = Shown.WHOLE.text(Value.of(100 * share)) + "%";
        if (share > 0 && rounded.equals("0%")) {
            return "under 1%";
        }
        return share < 1 && rounded.equals("100%") ? "over 99%" : rounded;
    }

    /** The name of a company by its id. */
    public String name(String company) {
        return result.universe().name(result.universe().position(company));
    }

    /** The ranks of a company in one of the two trials. */
    public CompanyRanks ranks(RankAcceptability trial, String company) {
        return trial.companies().get(place(company));
    }

    /** Where a company stands in the trials, whose companies are in the order of the universe. */
    int place(String company) {
        int own = result.universe().position(company);
        return (int) companies.stream()
                .filter(other -> result.universe().position(other) < own)
                .count();
    }
}
