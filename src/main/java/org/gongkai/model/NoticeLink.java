package org.gongkai.model;

/**
 * One notice as another one's page names it.
 *
 * @param kind what ties the two
 * @param wording the name as the editor typed it
 * @param id the other notice; null where it is not in the column or not published
 * @param url its address, from the site's root; null likewise
 * @param title its title; null likewise
 */
public record NoticeLink(
        RelationKind kind,
        String wording,
        String id,
        String url,
        String title,
        String documentNumber) {}
