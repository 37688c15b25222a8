package org.lodestone.reports.sheet.page;

import java.util.List;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Section;

/**
 * The sentences of a page, each a value of its model.
 *
 * @param page what the page is on: sentences of two pages are two values
 */
record PageSentences(Model.Builder model, Term page) {

    /** A sentence with live numbers; {@code what} tells it from the others of its page. */
    Block.Sentence live(String what, Formula sentence) {
        return Block.Sentence.live(
                model.calculation(page.sub("sentence").sub(what).key(), sentence));
    }

    /** The page under these sentences. */
    Section page(String name, Section.Group group, Formula title, Formula standfirst, List<? extends Block> blocks) {
        return Section.page(name, group, live("title", title), live("standfirst", standfirst), blocks);
    }
}
