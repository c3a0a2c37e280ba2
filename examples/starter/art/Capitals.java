/** The letters of the title, 18 pixels high; {@link Title} gives them their colours. */
final class Capitals {
  static final String E =
      """
      www.wwwwwwwww
      wwwwwwwwwwww.
      .wwww....www.
      .wwww.....ww.
      .wwww......w.
      .wwww........
      .wwww...w....
      .wwwwwwww....
      .wwwwwwww....
      .wwww..ww....
      .wwww...w....
      .wwww........
      .wwww......w.
      .wwww.....ww.
      .wwww....www.
      .wwwwwwwwwww.
      wwwwwwwwwwww.
      www.wwwwwwww.
      """;

  static final String M =
      """
      wwww.........wwww
      wwwww.......wwwww
      .wwwww.....wwwww.
      .wwwwww...wwwwww.
      .wwwwwww.wwwwwww.
      .www.wwwwwww.www.
      .www..wwwww..www.
      .www...www...www.
      .www...www...www.
      .www....w....www.
      .www.........www.
      .www.........www.
      .www.........www.
      .www.........www.
      .www.........www.
      .www.........www.
      wwwww.......wwwww
      wwwww.......wwwww
      """;

  static final String B =
      """
      wwwwwwwww...
      wwwwwwwwww..
      .wwww.wwwww.
      .wwww..wwww.
      .wwww...www.
      .wwww...www.
      .wwww..www..
      .wwwwwwww...
      .wwwwwwwww..
      .wwww..wwww.
      .wwww...wwww
      .wwww....www
      .wwww....www
      .wwww....www
      .wwww...wwww
      .wwwwwwwwww.
      wwwwwwwwwww.
      wwwwwwwww...
      """;

  static final String R =
      """
      wwwwwwwww....
      wwwwwwwwwww..
      .wwww.wwwww..
      .wwww...wwww.
      .wwww...wwww.
      .wwww...wwww.
      .wwww..wwww..
      .wwwwwwwww...
      .wwwwwwww....
      .wwww.www....
      .wwww.wwww...
      .wwww..wwww..
      .wwww..wwww..
      .wwww...wwww.
      .wwww...wwww.
      .wwww....wwww
      wwwwww...wwww
      wwwwww....www
      """;

  static final String W =
      """
      wwwww.......wwwww
      wwwww.......wwwww
      .www.........www.
      .www.........www.
      .www....w....www.
      .www...www...www.
      .www...www...www.
      .www..wwwww..www.
      .wwww.wwwww.wwww.
      ..www.ww.ww.www..
      ..wwwwww.wwwwww..
      ..wwwww...wwwww..
      ..wwwww...wwwww..
      ...wwww...wwww...
      ...wwww...wwww...
      ...www.....www...
      ...www.....www...
      ....w.......w....
      """;

  static final String O =
      """
      ....wwwwwww....
      ..wwwwwwwwwww..
      .wwwww...wwwww.
      .wwww.....wwww.
      wwww.......wwww
      wwww.......wwww
      wwww.......wwww
      wwww.......wwww
      wwww.......wwww
      wwww.......wwww
      wwww.......wwww
      wwww.......wwww
      wwww.......wwww
      wwww.......wwww
      .wwww.....wwww.
      .wwwww...wwwww.
      ..wwwwwwwwwww..
      ....wwwwwww....
      """;

  static final String D =
      """
      wwwwwwwww.....
      wwwwwwwwwww...
      .wwww.wwwwww..
      .wwww...wwww..
      .wwww....wwww.
      .wwww....wwww.
      .wwww.....www.
      .wwww.....www.
      .wwww.....www.
      .wwww.....www.
      .wwww.....www.
      .wwww.....www.
      .wwww....wwww.
      .wwww....wwww.
      .wwww...wwww..
      .wwww.wwwwww..
      wwwwwwwwwww...
      wwwwwwwww.....
      """;

  private Capitals() {}
}
