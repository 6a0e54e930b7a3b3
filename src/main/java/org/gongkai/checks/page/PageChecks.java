package org.gongkai.checks.page;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All rules for pages. Another one is a class here and a line in this list. */
public final class PageChecks {
    private final List<PageCheck> checks =
            List.of(
                    new PageLanguage(),
                    new PartLanguage(),
                    new PageTitle(),
                    new TopHeading(),
                    new HeadingOrder(),
                    new EmptyHeadings(),
                    new MainLandmark(),
                    new PageLandmarks(),
                    new LandmarkNames(),
                    new SkipLinks(),
                    new ImageAlternatives(),
                    new GraphicAlternatives(),
                    new AreaAlternatives(),
                    new ObjectAlternatives(),
                    new LinkNames(),
                    new ButtonNames(),
                    new FormLabels(),
                    new WidgetNames(),
                    new FrameTitles(),
                    new TableCaptions(),
                    new TableScopes(),
                    new CellHeaders(),
                    new EmptyTableHeaders(),
                    new HeaderCells(),
                    new ListChildren(),
                    new ListItemParents(),
                    new DuplicateIds(),
                    new AriaRoles(),
                    new AriaAttributes(),
                    new AriaAllowed(),
                    new AriaNaming(),
                    new AriaValues(),
                    new AriaRequired(),
                    new AriaChildren(),
                    new AriaParents(),
                    new HiddenFocus(),
                    new PresentationalFocus(),
                    new NestedControls(),
                    new TabIndexes(),
                    new Viewport(),
                    new MediaAutoplay(),
                    new MediaCaptions(),
                    new MovingText(),
                    new MetaRefresh(),
                    new Autocomplete(),
                    new FormPurpose(),
                    new MetaTags(),
                    new FooterMarks(),
                    new EmptyColumns(),
                    new EmptyText(),
                    new UndatedItems(),
                    new MixedContent(),
                    new OutsideResources(),
                    new InlineCode(),
                    new TextContrast(),
                    new TargetSizes());
    private final List<SiteCheck> siteChecks = List.of(new UniqueTitles(), new PageLinks());
    private final Map<PageCheck, Rule> ruleOf = new IdentityHashMap<>();
    private final Map<String, Rule> rules = new TreeMap<>();

    public PageChecks() {
        checks.forEach(check -> ruleOf.put(check, check.rule()));
        Stream.concat(ruleOf.values().stream(), siteChecks.stream().map(SiteCheck::rule))
                .forEach(rule -> rules.put(rule.id(), rule));
    }

    /** Every rule, by its id. */
    public Map<String, Rule> rules() {
        return rules;
    }

    List<SiteCheck> siteChecks() {
        return siteChecks;
    }

    /** What all checks find on one page. */
    List<Finding> findings(HtmlPage page) {
        Findings findings = new Findings();
        for (PageCheck check : checks) {
            findings.of(ruleOf.get(check));
            check.check(page, findings);
        }
        return findings.all();
    }
}
