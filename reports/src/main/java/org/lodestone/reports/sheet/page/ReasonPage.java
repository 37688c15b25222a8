package org.lodestone.reports.sheet.page;

import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.Function;
import org.lodestone.core.screen.Criterion;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.screen.LiveScreen;
import org.lodestone.reports.screen.ScreenStudy;
import org.lodestone.reports.screen.SortedList;

/** The page on why each of the first companies of a table ranks where it does, a line for each. */
record ReasonPage(LiveScreen screen, SortedList sorted, ImmutableList<Integer> places, PageSentences said) {

    private static final Term TERM = Term.of("reasons, page");

    /** The number of lines that a page has room for. */
    private static final int MOST = 30;

    private static final String GAIN =
            "{count>0?{count:0} of {all} companies {count=1?gains|gain} most under {criterion}|No company gains under a criterion}";
    private static final String LOSE =
            "{count>0?{count:0} of {all} companies {count=1?loses|lose} most under {criterion}|No company loses under a criterion}";

    static Part of(ScreenStudy study) {
        SortedList sorted = study.sorted();
        ImmutableList<Integer> places = sorted.places().stream().limit(MOST).collect(ImmutableList.toImmutableList());
        return new ReasonPage(study.whole(), sorted, places, PageSentences.of(TERM, study.model())).part();
    }

    private Part part() {
        Formula standfirst = words().with("behind", most("lose", screen::heldBackBy, LOSE))
                .clause("{behind}. In brackets the value, or the best of the companies compared.");
        Section page = said.page(
                Pages.REASONS,
                Section.Group.COMPANIES,
                most("gain", screen::carriedBy, GAIN),
                standfirst,
                List.of(table()));
        return Part.of(page, said.model().build());
    }

    /**
     * The criterion that the most companies have in common, and how many do.
     *
     * @param by the criterion of each company
     */
    private Formula most(String what, Function<String, Key> by, String template) {
        List<Criterion> criteria = screen.screen().criteria();
        Formula.Span each = screen.all(by);
        Formula.Span counts = span(
                criteria,
                criterion -> said.value(
                        "companies that " + what + " most",
                        criterion.name(),
                        Formula.call(Fn.COUNT_EQUAL, each, number(criterion))));
        Key largest = said.value("the most companies that " + what, Formula.call(Fn.MAX, counts));
        Key criterion = said.value(
                "criterion under which the most " + what,
                Formula.lookUp(span(criteria, screen::titleInSentence), largest, counts));
        Formula told = words().with("count", largest)
                .with("all", screen.companies().size())
                .with("criterion", criterion)
                .clause(template);
        return Leaders.weighed(screen, told, "");
    }

    /** The place of a criterion among all, by which the reasons of a company know it. */
    private Key number(Criterion criterion) {
        return said.model()
                .label(
                        TERM.sub("number of the criterion").of(Subject.of(criterion.name())),
                        1 + screen.screen().criteria().indexOf(criterion));
    }

    private Table table() {
        Table.ListBuilder<Integer> table = table("Why each company stands where it does", sorted, places, 3);
        int all = sorted.places().size();
        if (places.size() < all) {
            table.note("The first " + places.size() + " of " + all + "; the values of all are on " + ScreenStudy.SHEET
                    + ".");
        }
        return table.build();
    }

    /** The reason of each company at these places of a list, beside its rank. */
    static Table.ListBuilder<Integer> table(String heading, SortedList sorted, List<Integer> places, int pageColumns) {
        return Table.of(heading, places)
                .id("reasons")
                .column("Company", Column.Role.LABEL, place -> Cell.again(sorted.name(place), Shown.TEXT))
                .across(pageColumns)
                .column("Rank", Column.Role.WORD, place -> Cell.again(sorted.standing(place), Shown.WORD))
                .proseOf("What carries it and what holds it back, or what is not known", sorted::reason);
    }
}
