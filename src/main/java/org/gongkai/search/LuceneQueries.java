package org.gongkai.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Compiled queries as Lucene's own. */
final class LuceneQueries {
    /** The score of a document whose number was asked for: above any that words can give. */
    static final float NUMBER_SCORE = 1000;

    private LuceneQueries() {}

    /**
     * @param node what must match
     * @param not what must not
     * @param filters allowed values by field
     */
    static Query of(Node node, List<Node> not, Map<String, ? extends Collection<String>> filters) {
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(of(node), Occur.MUST);
        not.forEach(each -> query.add(of(each), Occur.MUST_NOT));
        filters.forEach(
                (field, values) -> {
                    BooleanQuery.Builder any = new BooleanQuery.Builder();
                    values.stream()
                            .distinct()
                            .forEach(value -> any.add(exactly(field, value), Occur.SHOULD));
                    query.add(any.build(), Occur.FILTER);
                });
        return query.build();
    }

    private static Query of(Node node) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        if (node instanceof Node.Term term) {
            addFields(term, query);
        } else if (node instanceof Node.And and) {
            and.parts().forEach(part -> query.add(of(part), Occur.MUST));
        } else if (node instanceof Node.Or or) {
            for (Node part : or.parts()) {
                if (part instanceof Node.Term term) {
                    addFields(term, query);
                } else {
                    query.add(of(part), Occur.SHOULD);
                }
            }
        } else if (node instanceof Node.Most most) {
            query.setMinimumNumberShouldMatch(most.least());
            most.parts().forEach(part -> query.add(of(part), Occur.SHOULD));
        } else if (node instanceof Node.NumberKey number) {
            return new BoostQuery(
                    new ConstantScoreQuery(exactly(Field.NUMBER, number.key())), NUMBER_SCORE);
        } else {
            return new MatchAllDocsQuery();
        }
        return query.build();
    }

    private static void addFields(Node.Term term, BooleanQuery.Builder query) {
        query.add(
                new BoostQuery(exactly(Field.TITLE, term.token()), Field.TITLE_BOOST),
                Occur.SHOULD);
        query.add(exactly(Field.BODY, term.token()), Occur.SHOULD);
    }

    private static Query exactly(String field, String value) {
        return new TermQuery(new Term(field, value));
    }
}
