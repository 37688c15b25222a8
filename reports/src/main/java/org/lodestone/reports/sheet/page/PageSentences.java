package org.lodestone.reports.sheet.page;

import java.util.List;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Section;

/**
 * The sentences of a page, each a value of its model.
 *
 * @param page what the page is on: sentences of two pages are two values
 */
record PageSentences(Model.Builder model, Term page) {

    /** Those of a page that shows values of a model. */
    static PageSentences of(Term page, Model behind) {
        return new PageSentences(Model.builder().include(behind), page);
    }

    /** A sentence with live numbers; {@code what} tells it from the others of its page. */
    Block.Sentence live(String what, Formula sentence) {
        return Block.Sentence.live(
                model.calculation(page.sub("sentence").sub(what).key(), sentence));
    }

    /** A value under a key of its own. */
    Key value(Key key, Formula formula) {
        return model.calculation(key, formula);
    }

    /** A value of the page. */
    Key value(String what, Formula formula) {
        return model.calculation(page.sub(what).key(), formula);
    }

    /** The same of one of several: of a company, or of a place in an order. */
    Key value(String what, String of, Formula formula) {
        return model.calculation(page.sub(what).of(Subject.of(of)), formula);
    }

    /** The same of a year. */
    Key value(String what, Period year, Formula formula) {
        return model.calculation(page.sub(what).key().at(year), formula);
    }

    /** Words of one of several. */
    Key label(String what, String of, String words) {
        return model.label(page.sub(what).of(Subject.of(of)), words);
    }

    /** The page under these sentences. */
    Section page(String name, Section.Group group, Formula title, Formula standfirst, List<? extends Block> blocks) {
        return Section.page(name, group, live("title", title), live("standfirst", standfirst), blocks);
    }
}
