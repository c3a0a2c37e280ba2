/** What stands in the forest and is made by hands; one tile each. */
final class Things {
  static final String CRACK =
      """
      ..a...
      .aa...
      ..ab..
      ...aa.
      ..a.ba
      """;

  static final String CHEST =
      """
      ................
      ................
      ..kkkkkkkkkkkk..
      .kqpppppppppook.
      kqpxppppppppxonk
      kppxooooooooxonk
      kooxnnnnnnnnxnmk
      kkkkkkkkkkkkkkkk
      kvyvvvkzyxkvvvvk
      kkkkkkkykvkkkkkk
      kppxoookykooxnnk
      kpoxooookoooxnnk
      kpoxoooooooonnmk
      kooxnnnnnnnnxnmk
      kkkkkkkkkkkkkkkk
      ................
      """;

  static final String CHEST_OPEN =
      """
      ..kkkkkkkkkkkk..
      .kqpppppppppook.
      kqpxppppppppxonk
      koxnnnnnnnnnnxmk
      kvkkkkkkkkkkkkvk
      kkmmmmmmmmmmmmkk
      kkmmyzmmyxmmtmkk
      kkmyzyxyzyxtutkk
      kvyvvyyvyyyvvtvk
      kkkkkkkkkkkkkkkk
      kppxoooooooxxnnk
      kpoxooooooooxnnk
      kpoxoooooooonnmk
      kooxnnnnnnnnxnmk
      kkkkkkkkkkkkkkkk
      ................
      """;

  static final String SIGN =
      """
      ................
      .kkkkkkkkkkkkkk.
      kqqppppppppppook
      kqmmmpmmpmmmpook
      kpppppppppppoonk
      kpmmpmmmmpmmoonk
      kppppppppppooonk
      kommmommommooonk
      koooooooonnnnnmk
      .kkkkkkkkkkkkkk.
      ......kponk.....
      ......kponk.....
      ......konmk.....
      ......konmk.....
      .....kkonmkk....
      ......kkkk......
      """;

  static final String POT =
      """
      ................
      ....kkkkkkkk....
      ...kuuttttsrk...
      ...krkkkkkkrk...
      ....kssrrrrk....
      ...kuttsssrrk...
      ..kuuttttsssrk..
      .kuuttttttsssrk.
      .kyyxxyyxxyyxvk.
      .kxyyxxyyxxyyvk.
      .kutttttttsssrk.
      .ktttttttssssrk.
      ..kttttssssrrk..
      ...kssssssrrk...
      ....kkkkkkkk....
      ................
      """;

  static final String FENCE =
      """
      ................
      ................
      ..kkk......kkk..
      .kqpnk....kqpnk.
      .kponk....kponk.
      kkponkkkkkkponkk
      pppponqpppppponq
      ooponmoooooponmo
      kkponkkkkkkponkk
      .kponk....kponk.
      kkponkkkkkkponkk
      pppponqpppppponq
      ooponmoooooponmo
      kkponkkkkkkponkk
      .konmk....konmk.
      ..kkk......kkk..
      """;

  static final String FIRE =
      """
      .......k........
      ......ksk.......
      ......ktsk......
      ...k.kttsk..k...
      ..ksktuttskksk..
      ..ktsuuuttstsk..
      ..kttuyuuttutk..
      .kstuyyyyuuutsk.
      .ksuuyzzyyuutsk.
      .kstuyzwzyyutsk.
      ..ksuyzwwzyutk..
      .kkkkyzwwzykkkk.
      kpqonkkyykkpqonk
      kkonnmokkopnnmkk
      kcckkkcdbkkkccbk
      .kkkbbkkkkbbkkk.
      """;

  static final String FIRE_2 =
      """
      ................
      .........k......
      ....k...ktk.....
      ...ksk.kttsk....
      ...ktskktutsk...
      ..kttstuuutsk.k.
      ..ktuttuyuutsksk
      ..kttuuyyyuuttsk
      .kstuyyzyyyuutsk
      .kstuyzzzzyuutk.
      ..ksuyzwwzyutsk.
      .kkkkyzwwzykkkk.
      kpqonkkyykkpqonk
      kkonnmokkopnnmkk
      kcckkkcdbkkkccbk
      .kkkbbkkkkbbkkk.
      """;

  static final String CRYSTAL =
      """
      .......kk.......
      ......kwQk......
      .....kwQPPk.....
      .....kQQPNk.....
      .kk..kQQPNk.....
      kwQk.kQQPNk.kk..
      kQPNkkQQPNkkwPk.
      kQPNNkQQPNkwQPNk
      kQQPNkQQPNkQQPNk
      .kQPNkQQPNkQPNNk
      .kQQPNkQPNkQPNk.
      ..kQPNkQPNkQPNk.
      .kkkPNNkPkNPNkk.
      kdccbkkkkkkkbbak
      kccbbbaccbbaaaak
      .kkkkkkkkkkkkkk.
      """;

  private Things() {}
}
