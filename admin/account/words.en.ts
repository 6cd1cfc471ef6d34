export const en = {
  title: "Your account",
  about: "{{name}}, {{email}}. How you sign in, and where you are signed in.",
  password: {
    title: "Password",
    about: "A new password signs you out on every other device.",
    present: "Present password",
    new: "New password",
    change: "Change the password",
    changed: "Password changed. You are signed out everywhere else.",
  },
  sessions: {
    title: "Where you are signed in",
    about: "Sign out what you do not know, then change your password.",
    loading: "Loading your sessions.",
    device: "{{browser}} on {{system}}",
    unknown: "An unknown device",
    here: "this device",
    seen: "Signed in <since/>, last seen <seen/>",
    end: "Sign out",
    endOne: "Sign out {{device}}",
    endOthers: "Sign out everywhere else",
    ended: "Signed out there.",
  },
  twoStep: {
    title: "Two-step sign-in",
    about:
      "Beside your password, signing in asks for a code that an authenticator app on your phone shows. Who learns your password then still stays outside.",
    codesLeft_one:
      "{{count, number}} of 10 recovery codes is left. To get new ones, switch it off and on again.",
    codesLeft_other:
      "{{count, number}} of 10 recovery codes are left. To get new ones, switch it off and on again.",
    switchOn: "Switch on",
    switchOff: "Switch off",
    isOff: "Two-step sign-in is off.",
    password: "Your password",
    passwordHint: "So that nobody else does this at a desk left open.",
    continue: "Continue",
    qrCode: "The QR code for your authenticator app",
    scan: "Scan this with your authenticator app. Where it cannot scan, type <code>{{secret}}</code>",
    firstCode: "The code it shows now",
  },
  codes: {
    title: "Your recovery codes",
    about:
      "Two-step sign-in is on. Should your phone be lost, each of these stands in once for a code of the app. Print them or keep them in a password manager: they are not shown again.",
    kept: "I have kept them",
  },
} as const;
