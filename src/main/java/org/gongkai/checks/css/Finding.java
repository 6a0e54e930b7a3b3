package org.gongkai.checks.css;

import org.jsoup.nodes.Element;

/**
 * What a rule found wrong with an element's looks, said in Chinese.
 *
 * @param check the id of the rule: {@code contrast} or {@code target-size}
 * @param certain false where a person must look (needs review)
 * @param what what is wrong, a whole sentence
 * @param fix what to do about it, a whole sentence
 */
public record Finding(String check, boolean certain, Element element, String what, String fix) {}
